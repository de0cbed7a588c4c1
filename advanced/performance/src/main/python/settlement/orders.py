"""The database: orders and their merchants, in two tables."""

import sqlite3
from functools import partial

from settlement.work import count

SCHEMA = """
CREATE TABLE merchants (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE orders (number INTEGER PRIMARY KEY, currency TEXT, merchant INTEGER);
"""
ORDERS = "SELECT number, currency, merchant FROM orders ORDER BY number"
MERCHANT = "SELECT name FROM merchants WHERE id = ?"
COUNTED = partial(count, "statements")
JOINED = "SELECT number, currency, name FROM orders JOIN merchants ON merchant = id ORDER BY number"


def database(orders, merchants, trace=COUNTED):
    """Orders 0, 1, 2 ... in memory; `trace` is called with each statement that SQLite runs."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(SCHEMA)
    names = [(number, f"merchant {number}") for number in range(merchants)]
    connection.executemany("INSERT INTO merchants VALUES (?, ?)", names)
    rows = [(n, ("EUR", "USD", "CHF")[n % 3], n % merchants) for n in range(orders)]
    connection.executemany("INSERT INTO orders VALUES (?, ?, ?)", rows)
    connection.set_trace_callback(trace and (lambda statement: trace()))
    return connection


def orders_before(connection):
    orders = []
    for number, currency, merchant in connection.execute(ORDERS):
        (name,) = connection.execute(MERCHANT, [merchant]).fetchone()  # one more each
        orders.append((number, currency, name))
    return orders


def orders_after(connection):
    return connection.execute(JOINED).fetchall()
