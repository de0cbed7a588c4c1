"""sqlite3 in memory: one connection, one transaction at a time."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from api.database import Row, Taken


class Database:
    def __init__(self, url: str, patience: float) -> None:
        self.connection = sqlite3.connect(":memory:", timeout=patience, check_same_thread=False)
        self.lock = threading.Lock()

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        with self.lock, self.connection:
            yield Transaction(self.connection)


class Transaction:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def query(self, sql: str, *values: Any) -> list[Row]:
        return self.execute(sql, values).fetchall()

    def change(self, sql: str, *values: Any) -> int:
        try:
            return self.execute(sql, values).rowcount
        except sqlite3.IntegrityError as error:
            raise Taken from error

    def execute(self, sql: str, values: Row) -> sqlite3.Cursor:
        here = sql.replace("%s", "?").partition(" FOR UPDATE")[0]
        return self.connection.execute(here, values)
