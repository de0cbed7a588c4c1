"""Orders in a table of SQLite."""

import sqlite3

from desk.domain import Order, Taken, Unknown

COLUMNS = "number, customer, cents, shipped"


class SqliteOrders:
    def __init__(self, path=":memory:"):
        self.connection = sqlite3.connect(path)
        self.connection.execute(
            "CREATE TABLE orders"
            " (number TEXT PRIMARY KEY, customer TEXT, cents INTEGER, shipped INTEGER)"
        )

    def add(self, order):
        row = order.number, order.customer, order.cents, order.shipped
        try:
            self.connection.execute("INSERT INTO orders VALUES (?, ?, ?, ?)", row)
        except sqlite3.IntegrityError:
            raise Taken(order.number) from None

    def get(self, number):
        found = self.found("number = ?", number)
        if not found:
            raise Unknown(number)
        return found[0]

    def save(self, order):
        row = order.customer, order.cents, order.shipped, order.number
        update = "UPDATE orders SET customer = ?, cents = ?, shipped = ? WHERE number = ?"
        if not self.connection.execute(update, row).rowcount:
            raise Unknown(order.number)

    def of_customer(self, customer):
        return self.found("customer = ? ORDER BY number", customer)

    def found(self, where, value):
        rows = self.connection.execute(f"SELECT {COLUMNS} FROM orders WHERE {where}", (value,))
        return [Order(*fields, bool(shipped)) for *fields, shipped in rows]

    def close(self):
        self.connection.close()
