"""A hundred requests at once, and four workers that each count for themselves."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from api import database
from api.answers import Answer
from api.gate import Gate
from api.limits import InDatabase, InMemory
from api.replies import call, send
from trial.mishaps import MeetingToWrite, Stepping, at_once, join
from trial.requests import NOON, desk, order

PATIENCE = 20
BURST, INTERVAL = 20, 100


class Parking:
    """An application whose requests stay inside until they are let out."""

    def __init__(self) -> None:
        self.out = threading.Event()
        self.lock = threading.Lock()
        self.inside = self.most_inside = 0

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        with self.lock:
            self.inside += 1
            self.most_inside = max(self.most_inside, self.inside)
        self.out.wait(PATIENCE)
        with self.lock:
            self.inside -= 1
        return send(Answer(200, "{}"), environ, start_response)


def a_hundred_at_once(running: int, waiting: int) -> dict[str, Any]:
    """The requests inside are let out when all hundred have come."""
    parking = Parking()
    gate = Gate(parking, running, waiting)

    def let_out() -> None:
        with gate.changed:
            gate.changed.wait_for(
                lambda: gate.inside + len(gate.line) + gate.refused == 100, PATIENCE
            )
            refused_before = gate.refused
        told.append(refused_before)
        parking.out.set()

    told: list[int] = []
    watch = threading.Thread(target=let_out)
    watch.start()
    answers = at_once(lambda number: call(gate, "GET", "/orders"), 100)
    join(watch)
    statuses = [status for status, _, _ in answers]
    return {
        "answers": {str(status): statuses.count(status) for status in sorted(set(statuses))},
        "refused while the others were inside": told[0],
        "longest line": gate.longest_line,
        "most inside": parking.most_inside,
        "retry after": sorted({dict(head).get("Retry-After", "-") for _, head, _ in answers}),
        "afterwards": [call(gate, "GET", "/orders")[0], gate.inside, len(gate.line)],
    }


def too_long_in_line() -> list[int]:
    """Nobody leaves: who waits in line gives up, and the line is empty again."""
    parking = Parking()
    gate = Gate(parking, 1, 1, patience=0.05)
    first = threading.Thread(target=lambda: call(gate, "GET", "/orders"))
    first.start()
    with gate.changed:
        gate.changed.wait_for(lambda: gate.inside == 1, PATIENCE)
    seen = [call(gate, "GET", "/orders")[0] for _ in range(2)]
    seen += [gate.inside, len(gate.line), gate.refused]
    parking.out.set()
    join(first)
    return [*seen, gate.inside]


def first_come_first_in() -> list[int]:
    """One place, three in line. Each that leaves comes again before another one can move."""
    gate = Gate(Parking(), 1, 4)
    came: list[int] = []
    finished: list[int] = []

    def wait_until(is_true: Callable[[], bool]) -> None:
        with gate.changed:
            gate.changed.wait_for(is_true, PATIENCE)

    def is_inside(number: int) -> None:
        wait_until(lambda: len(gate.line) + len(finished) == 3)
        came.append(number)

    def client(number: int) -> None:
        gate.enter()
        is_inside(number)
        with gate.changed:
            gate.leave()
            gate.enter()
        is_inside(number)
        finished.append(number)
        gate.leave()

    clients = [threading.Thread(target=client, args=[number]) for number in range(4)]
    for thread in clients:
        before = gate.inside + len(gate.line)
        thread.start()
        wait_until(lambda before=before: gate.inside + len(gate.line) > before)
    join(*clients)
    return came


def four_workers(url: str, kind: str) -> dict[str, int]:
    """Each worker gets thirty requests of one client, while the clock stands still."""
    books, shared = database.new(url), InMemory(BURST, INTERVAL)

    def bucket() -> Any:
        if kind == "database":
            here = books if url.startswith("sqlite") else database.connect(url)
            return InDatabase(here, BURST, INTERVAL)
        return shared if kind == "memory that all share" else InMemory(BURST, INTERVAL)

    buckets = [bucket() for _ in range(4)]
    return {
        "at once": passed(buckets, NOON, 30),
        "a second later": passed(buckets, NOON + 1000, 30),
        "the clock goes back": passed(buckets, NOON - 5000, 10),
        "a day later": passed(buckets, NOON + 86_400_000, 30),
    }


def passed(buckets: list[Any], now: int, each: int) -> int:
    def worker(number: int) -> int:
        return [buckets[number].wait("Ada", now) for _ in range(each)].count(0)

    return sum(at_once(worker, len(buckets)))


def one_place_left(url: str, is_looking_first: bool) -> int:
    """Four workers are about to write when one place is left: how many take it?"""
    books = database.new(url)
    kind = LookingFirst if is_looking_first else InDatabase
    kind(books, 1, INTERVAL).add("Ada")
    meeting = MeetingToWrite(books, 4)
    return passed([kind(meeting, 1, INTERVAL) for _ in range(4)], NOON, 1)


class LookingFirst(InDatabase):
    """What not to do: between the look and the change, another worker takes the place."""

    def wait(self, client: str, now: int) -> int:
        with self.database.transaction() as transaction:
            find = "SELECT full_at FROM limits WHERE client = %s"
            [(full_at,)] = transaction.query(find, client)
            full_at = max(full_at, now) + self.interval
            transaction.change("UPDATE limits SET full_at = %s WHERE client = %s", full_at, client)
        return max(0, full_at - self.interval - now - self.slack)


def how_long(url: str, kind: str) -> list[int]:
    """Milliseconds to wait for the next request, later, and then; and of another client."""
    bucket: Any = InMemory(3, 400)
    if kind == "database":
        bucket = InDatabase(database.new(url), 3, 400)
    waits = [bucket.wait("Ada", NOON + passing) for passing in (0, 0, 0, 0, 399, 400, 401)]
    return [*waits, bucket.wait("Bob", NOON)]


def overtaken(url: str) -> int:
    """A client's first request finds no row, and before it looks again another worker makes one."""
    books = database.new(url)
    steps = iter(range(100))

    def step() -> None:
        if next(steps) == 1:
            InDatabase(books, 3, 400).add("Ada")

    return InDatabase(Stepping(books, step), 3, 400).wait("Ada", NOON)


def answered(url: str) -> list[Any]:
    """What the desk says to the second of two orders, if one is allowed."""
    books = database.new(url, Emma=9)
    app = desk(books, InDatabase(books, 1, 1500))
    order(app, "key-1")
    status, headers, _ = order(app, "key-2")
    return [status, dict(headers).get("Retry-After"), database.count(books, "orders")]


if __name__ == "__main__":
    print("2 run, 8 wait:", a_hundred_at_once(2, 8))
    print("a bucket in each worker:", four_workers("sqlite:", "memory"))
    print("one in the database:", four_workers("sqlite:", "database"))
