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
    """An application whose requests stay inside until they are let out, no more than so many."""

    def __init__(self, places: int) -> None:
        self.out = threading.Event()
        self.places = threading.Semaphore(places)
        self.came = 0
        self.changed = threading.Condition()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        with self.changed:
            self.came += 1
            self.changed.notify_all()
        has_place = self.places.acquire(blocking=False)
        self.out.wait(PATIENCE)
        if has_place:
            self.places.release()
        return send(Answer(200 if has_place else 500, "{}"), environ, start_response)


def asked(gate: Gate) -> list[Any]:
    """The status, and when to ask again."""
    status, head, _ = call(gate, "GET", "/orders")
    return [status, dict(head).get("Retry-After")]


def a_hundred_at_once(running: int, waiting: int) -> list[Any]:
    """The answers, how many were refused before anybody was let out, and the longest line."""
    parking = Parking(running)
    gate = Gate(parking, running, waiting)
    parking.changed = gate.changed
    finished: list[int] = []
    refused: list[int] = []

    def client(number: int) -> list[Any]:
        try:
            return asked(gate)
        finally:
            with gate.changed:
                finished.append(number)
                gate.changed.notify_all()

    def let_out() -> None:
        with gate.changed:
            gate.changed.wait_for(
                lambda: len(finished) + parking.came + len(gate.line) == 100, PATIENCE
            )
            refused.append(len(finished))
        parking.out.set()

    watch = threading.Thread(target=let_out)
    watch.start()
    answers = at_once(client, 100)
    join(watch)
    ready = call(gate, "GET", "/ready")[0]
    return [answers, refused, gate.longest_line, asked(gate), gate.inside, ready]


def too_long_in_line() -> list[Any]:
    """Nobody leaves: who waits in line gives up, and the line is empty again."""
    parking = Parking(1)
    gate = Gate(parking, 1, 1, patience=0.05)
    first = threading.Thread(target=asked, args=[gate])
    first.start()
    with gate.changed:
        gate.changed.wait_for(lambda: gate.inside == 1, PATIENCE)
    seen = [asked(gate), asked(gate), gate.inside, len(gate.line), gate.refused]
    parking.out.set()
    join(first)
    return [*seen, gate.inside]


def first_come_first_in() -> list[int]:
    """One place, three in line. Each that leaves comes again before another one can move."""
    gate = Gate(Parking(1), 1, 4)
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


def four_workers(url: str, kind: str, rounds: list[list[int]]) -> list[int]:
    """How many pass, if each worker gets so many requests of one client at such a time."""
    books, shared = database.new(url), InMemory(BURST, INTERVAL)

    def bucket() -> Any:
        if kind == "database":
            here = books if url.startswith("sqlite") else database.connect(url)
            return InDatabase(here, BURST, INTERVAL)
        return shared if kind == "memory that all share" else InMemory(BURST, INTERVAL)

    buckets = [bucket() for _ in range(4)]
    return [passed(buckets, NOON + later, each) for later, each in rounds]


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
            if full_at <= now + self.slack:
                transaction.change("UPDATE limits SET full_at = %s", now + self.interval)
        return max(0, full_at - now - self.slack)


def how_long(url: str, kind: str, requests: list[list[Any]]) -> list[int]:
    """Milliseconds to wait, for each request of a client at a time."""
    bucket: Any = InMemory(3, 400)
    if kind == "database":
        bucket = InDatabase(database.new(url), 3, 400)
    return [bucket.wait(client, NOON + later) for client, later in requests]


def overtaken(url: str) -> int:
    """A client's first request finds no row, and before it looks again another worker makes one."""
    books = database.new(url)
    steps = iter(range(100))

    def step() -> None:
        if next(steps) == 1:
            InDatabase(books, 3, 400).add("Ada")

    return InDatabase(Stepping(books, step), 3, 400).wait("Ada", NOON)


def answered(url: str) -> list[Any]:
    """What the desk says to the second of two orders, if one is allowed; and how many there are."""
    books = database.new(url, Emma=9)
    app = desk(books, InDatabase(books, 1, 1001))
    order(app, "key-1")
    return [order(app, "key-2"), database.count(books, "orders")]


if __name__ == "__main__":
    answers, refused, *_ = a_hundred_at_once(2, 8)
    print("2 run, 8 wait:", len(answers), "answers,", *refused, "refused while ten were inside")
    print("a bucket in each worker:", four_workers("sqlite:", "memory", [[0, 30], [1000, 30]]))
    print("one in the database:", four_workers("sqlite:", "database", [[0, 30], [1000, 30]]))
