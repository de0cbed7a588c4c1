"""A database by JDBC, for GraalPy on a JVM: all contexts share the JVM's pool of connections."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import java

from api.database import Row, Taken, Unavailable

HOME = "pykata.designpatterns.scalableapi"
Jdbc = java.type(f"{HOME}.Jdbc")
KeyTaken = java.type(f"{HOME}.KeyTaken")
Gone = java.type(f"{HOME}.Gone")


class Database:
    def __init__(self, url: str, patience: float) -> None:
        self.jdbc = Jdbc.at(url, int(patience * 1000))

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        work = asked(self.jdbc.begin)
        try:
            yield Transaction(work)
            asked(work.commit)
        finally:
            work.close()  # rolls back what is not committed


class Transaction:
    def __init__(self, work: Any) -> None:
        self.work = work

    def query(self, sql: str, *values: Any) -> list[Row]:
        return [tuple(row) for row in asked(self.work.query, sql, list(values))]

    def change(self, sql: str, *values: Any) -> int:
        return asked(self.work.change, sql, list(values))


def asked(method: Any, *arguments: Any) -> Any:
    """No exception of Java's goes further than this."""
    try:
        return method(*arguments)
    except KeyTaken:
        raise Taken from None
    except Gone:
        raise Unavailable from None
