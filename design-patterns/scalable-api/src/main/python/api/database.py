"""The only way to the database: a transaction, which is committed whole or not at all.

Three databases understand the same SQL: PostgreSQL by psycopg, PostgreSQL or H2 by JDBC on a JVM,
and sqlite3, in memory, for looking at it without a server.
"""

from __future__ import annotations

import importlib
from contextlib import AbstractContextManager
from typing import Any, Protocol

Row = tuple[Any, ...]


class Taken(Exception):
    """There is a row with this key already."""


class Unavailable(Exception):
    """No connection is free, or there is no database."""


class Transaction(Protocol):
    def query(self, sql: str, *values: Any) -> list[Row]: ...

    def change(self, sql: str, *values: Any) -> int:
        """How many rows were inserted, updated or deleted; raises Taken."""


class Database(Protocol):
    def transaction(self) -> AbstractContextManager[Transaction]: ...


def connect(url: str, patience: float = 20) -> Database:
    """Waits so many seconds for a connection; raises Unavailable then, and when one is lost.

    Only the adapter that is used is imported: its driver may exist on one Python only.
    """
    scheme = url.split(":")[0]
    adapter = {"jdbc": "in_java", "postgresql": "in_postgres", "sqlite": "in_sqlite"}[scheme]
    return importlib.import_module(f"api.{adapter}").Database(url, patience)


TABLES = (
    """CREATE TABLE answers (client VARCHAR(40), request_key VARCHAR(80), fingerprint VARCHAR(64),
        answer VARCHAR(400), PRIMARY KEY (client, request_key))""",
    "CREATE TABLE stock (book VARCHAR(80) PRIMARY KEY, copies BIGINT)",
    """CREATE TABLE orders (number VARCHAR(16) PRIMARY KEY, client VARCHAR(40), book VARCHAR(80),
        copies BIGINT, placed BIGINT)""",
    "CREATE INDEX newest_first ON orders (client, placed DESC, number DESC)",
    "CREATE TABLE outbox (number VARCHAR(16) PRIMARY KEY, event VARCHAR(400), placed BIGINT)",
    "CREATE TABLE limits (client VARCHAR(40) PRIMARY KEY, full_at BIGINT)",
)


def new(url: str, **stock: int) -> Database:
    """A database with empty tables, and some books."""
    database = connect(url)
    with database.transaction() as transaction:
        for table in TABLES:
            transaction.change(table)
        for book, copies in stock.items():
            transaction.change("INSERT INTO stock VALUES (%s, %s)", book, copies)
    return database


def count(database: Database, table: str) -> int:
    with database.transaction() as transaction:
        return int(transaction.query(f"SELECT COUNT(*) FROM {table}")[0][0])
