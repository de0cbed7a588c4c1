"""The database goes away and comes back. What do clients, health and readiness hear?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from api import database
from api.breaker import Breaker
from asking import Busy
from serving import FAILURES, PAUSE, behind_gate
from trial.requests import NOON, desk, get, order

PATIENCE = 0.3


class Asked:
    """Counts how often the database is asked for a transaction."""

    def __init__(self, books: database.Database) -> None:
        self.database = books
        self.times = 0
        self.meanwhile: list[Callable[[], None]] = []

    def transaction(self) -> Any:
        self.times += 1
        while self.meanwhile:
            self.meanwhile.pop()()
        return self.database.transaction()


class Desk:
    """An order desk behind its gate and its breaker, and a clock that stands still."""

    def __init__(self, books: database.Database) -> None:
        self.now = NOON
        self.asked = Asked(books)
        self.breaker = Breaker(self.asked, self.clock, FAILURES, PAUSE)
        self.is_locked: set[bool] = set()
        app = desk(self.breaker)
        self.gate = behind_gate(app, app.is_ready)

    def clock(self) -> int:
        """Notes whether others have to wait while the breaker looks at it."""
        self.is_locked.add(self.breaker.lock.locked())
        return self.now

    def order(self, key: str) -> int:
        return order(self.gate, key)[0]

    def get(self, path: str) -> int:
        return get(self.gate, path)[0]


desks: list[Desk] = []


def begin(url: str) -> None:
    desks.append(Desk(database.connect(url, PATIENCE)))
    database.new(url, Emma=2)


def seen(later: int, keys: list[str]) -> list[int]:
    """So much later: orders, health, readiness, and how often the database was asked meanwhile."""
    here = desks[-1]
    here.now += later
    before = here.asked.times
    answers = [here.order(key) for key in keys]
    answers += [here.get("/health"), here.get("/ready")]
    return [*answers, here.asked.times - before]


def two_at_once(later: int, first: str, other: str) -> list[int]:
    """So much later: two orders, the second while the first one asks the database; how often."""
    here = desks[-1]
    here.now += later
    before = here.asked.times
    second: list[int] = []
    here.asked.meanwhile.append(lambda: second.append(here.order(other)))
    return [here.order(first), *second, here.asked.times - before]


def never_there(keys: list[str]) -> int:
    """How often orders ask a database that has not been there from the beginning."""
    here = Desk(Busy())
    for key in keys:
        here.order(key)
    return here.asked.times


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
