"""PostgreSQL by psycopg, with a pool of connections."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from psycopg import Connection, OperationalError
from psycopg.errors import UniqueViolation
from psycopg_pool import ConnectionPool

from api.database import Row, Taken, Unavailable

CONNECTIONS = 24


class Database:
    def __init__(self, url: str, patience: float) -> None:
        self.pool = ConnectionPool(
            url,
            min_size=1,
            max_size=CONNECTIONS,
            timeout=patience,
            reconnect_timeout=patience,  # else its pauses grow, and nobody tries
            open=True,
        )

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        try:
            with self.pool.connection() as connection:  # commits, or rolls back after an exception
                yield Transaction(connection)
        except OperationalError:  # the pool's time-out is one, too
            raise Unavailable from None


class Transaction:
    def __init__(self, connection: Connection[Row]) -> None:
        self.connection = connection

    def query(self, sql: str, *values: Any) -> list[Row]:
        return self.connection.execute(sql, values).fetchall()

    def change(self, sql: str, *values: Any) -> int:
        try:
            return self.connection.execute(sql, values).rowcount
        except UniqueViolation as error:
            raise Taken from error
