"""A database that is gone is not asked by everybody: after some failures, once in each pause."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from api.database import Database, Transaction, Unavailable


class Breaker:
    """Stands before a database, and is one itself."""

    def __init__(self, database: Database, clock: Callable[[], int], failures: int, pause: int):
        self.database = database
        self.clock = clock  # in milliseconds, as the pause is
        self.failures = failures
        self.pause = pause
        self.lock = threading.Lock()
        self.failed = 0
        self.next_try = 0

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Raises Unavailable at once if the database is known to be gone."""
        self.may_try()
        try:
            with self.database.transaction() as transaction:
                yield transaction
        except Unavailable:
            with self.lock:
                self.failed += 1
                self.next_try = self.clock() + self.pause
            raise
        self.failed = 0

    def may_try(self) -> None:
        with self.lock:
            if self.failed >= self.failures:
                if self.clock() < self.next_try:
                    raise Unavailable
                self.next_try = self.clock() + self.pause  # the others wait for how this one does
