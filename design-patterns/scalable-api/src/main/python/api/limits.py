"""How many requests a client may make: a burst at once, then one per interval.

A client's bucket is one number: the time in milliseconds when it will be full again. Each request
moves that time by one interval, and is refused if that would take it too far from now.
"""

from __future__ import annotations

import threading

from api.database import Database, Taken


class InDatabase:
    """One bucket for a client, however many workers there are."""

    def __init__(self, database: Database, burst: int, interval: int) -> None:
        self.database = database
        self.interval = interval
        self.slack = (burst - 1) * interval

    def wait(self, client: str, now: int) -> int:
        """0 if the client may go on; else the milliseconds to wait."""
        with self.database.transaction() as transaction:
            if transaction.change(
                """UPDATE limits SET full_at = CASE WHEN full_at > %s THEN full_at ELSE %s END + %s
                    WHERE client = %s AND full_at <= %s""",
                now,
                now,
                self.interval,
                client,
                now + self.slack,
            ):
                return 0
            found = transaction.query("SELECT full_at FROM limits WHERE client = %s", client)
        if not found:
            self.add(client)
        elif found[0][0] > now + self.slack:
            return int(found[0][0] - now - self.slack)
        return self.wait(client, now)  # there is a row now, made here or by another worker

    def add(self, client: str) -> None:
        try:
            with self.database.transaction() as transaction:
                transaction.change("INSERT INTO limits VALUES (%s, 0)", client)
        except Taken:
            pass  # another worker was faster


class InMemory:
    """One bucket for a client in each worker."""

    def __init__(self, burst: int, interval: int) -> None:
        self.interval = interval
        self.slack = (burst - 1) * interval
        self.full_at: dict[str, int] = {}
        self.lock = threading.Lock()

    def wait(self, client: str, now: int) -> int:
        with self.lock:
            full_at = self.full_at.get(client, 0)
            if full_at <= now + self.slack:
                self.full_at[client] = max(full_at, now) + self.interval
                return 0
            return full_at - now - self.slack
