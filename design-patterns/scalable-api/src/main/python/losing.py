"""The database goes away and comes back. What do clients, health and readiness hear?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from api import database
from api.app import App
from api.breaker import Breaker
from api.gate import Gate
from api.replies import call
from trial.requests import NOON, NoLimits, order

FAILURES, PAUSE, PATIENCE = 3, 1000, 0.3


class Asked:
    """Counts how often the database is asked for a transaction."""

    def __init__(self, books: database.Database) -> None:
        self.database = books
        self.times = 0
        self.meanwhile: Callable[[], None] = lambda: None

    def transaction(self) -> Any:
        self.times += 1
        meanwhile, self.meanwhile = self.meanwhile, lambda: None
        meanwhile()
        return self.database.transaction()


class Desk:
    """An order desk behind its gate and its breaker, and a clock that stands still."""

    def __init__(self, books: database.Database) -> None:
        self.now = NOON
        self.asked = Asked(books)
        self.breaker = Breaker(self.asked, self.clock, FAILURES, PAUSE)
        self.is_locked: set[bool] = set()
        app = App(self.breaker, NoLimits(), lambda: NOON)
        self.gate = Gate(app, running=8, waiting=16, is_ready=app.is_ready)

    def clock(self) -> int:
        """Notes whether others have to wait while the breaker looks at it."""
        self.is_locked.add(self.breaker.lock.locked())
        return self.now

    def order(self, key: str) -> int:
        return order(self.gate, key)[0]

    def get(self, path: str) -> int:
        return call(self.gate, "GET", path)[0]


desks: list[Desk] = []


def begin(url: str) -> None:
    desks.append(Desk(database.connect(url, PATIENCE)))
    database.new(url, Emma=9)


def seen(later: int, keys: list[str]) -> list[int]:
    """So much later: orders, health, readiness, and how often the database was asked meanwhile."""
    desk = desks[-1]
    desk.now += later
    before = desk.asked.times
    answers = [desk.order(key) for key in keys]
    answers += [desk.get("/health"), desk.get("/ready")]
    return [*answers, desk.asked.times - before]


def two_at_once(later: int) -> list[int]:
    """So much later: two orders, the second while the first one asks the database; how often."""
    desk = desks[-1]
    desk.now += later
    before = desk.asked.times
    second: list[int] = []
    desk.asked.meanwhile = lambda: second.append(desk.order("key-8"))
    return [desk.order("key-7"), *second, desk.asked.times - before]


def is_locked() -> list[bool]:
    """While the breaker decided."""
    return sorted(desks[-1].is_locked)


def wait_until_ready() -> None:
    """A load balancer asks once in a while; a pool also tries again in its own time."""
    while desks[-1].get("/ready") != 200:
        desks[-1].now += PAUSE


if __name__ == "__main__":
    desks.append(Desk(database.new("sqlite:", Emma=9)))
    print("orders, health, readiness, asked:", seen(0, ["key-1", "key-2"]))
