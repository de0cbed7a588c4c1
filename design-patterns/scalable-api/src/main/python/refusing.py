"""A hundred requests at once, and four workers that each count for themselves."""

from __future__ import annotations

import threading
from itertools import count
from typing import Any

from api import database
from api.answers import Answer
from api.gate import Gate
from api.limits import InDatabase, InMemory
from api.replies import send
from trial.mishaps import PATIENCE, MeetingToWrite, Stepping, Thread, at_once, join, wait_for
from trial.requests import NOON, desk, get, order

BURST, INTERVAL = 20, 100


class Parking:
    """A gate, and behind it an application whose requests stay inside until they are let out."""

    def __init__(self, running: int, waiting: int, patience: float = PATIENCE) -> None:
        self.gate = Gate(self, running, waiting, patience=patience)
        self.out = threading.Event()
        self.came = self.inside = self.most = 0

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        with self.gate.changed:
            self.came += 1
            self.inside += 1
            self.most = max(self.most, self.inside)
            self.gate.changed.notify_all()
        self.out.wait(PATIENCE)
        with self.gate.changed:
            self.inside -= 1
        return send(Answer(200, "parked"), environ, start_response)


def asked(gate: Gate) -> list[Any]:
    """The status, and when to ask again."""
    status, head, _ = get(gate, "/")
    return [status, dict(head).get("Retry-After")]


def a_hundred_at_once(running: int, waiting: int) -> dict[str, Any]:
    """The answers, how many were refused before anybody was let out, and how many there were."""
    parking = Parking(running, waiting)
    gate = parking.gate
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
        wait_for(gate.changed, lambda: len(finished) + parking.came + len(gate.line) == 100)
        refused.append(len(finished))
        parking.out.set()

    watch = Thread(target=let_out)
    watch.start()
    answers = at_once(client, 100)
    join(watch)
    return {
        "answers": answers,
        "refused": refused,
        "most inside, in line": [parking.most, gate.longest_line],
        "inside at the end": [parking.inside, gate.inside],
        "afterwards": [asked(gate), get(gate, "/ready")[2]],
    }


def too_long_in_line() -> list[Any]:
    """Nobody leaves: who waits in line gives up, and the line is empty again."""
    gate = Parking(1, 1, patience=0.05).gate
    gate.enter()
    seen = [asked(gate), asked(gate), gate.inside, len(gate.line), gate.longest_line, gate.refused]
    gate.leave()
    return [*seen, gate.inside]


def first_come_first_in() -> list[int]:
    """One place, three in line. Each that leaves comes again before another one can move."""
    gate = Parking(1, 8).gate
    came: list[int] = []
    finished: list[int] = []

    def is_inside(number: int) -> None:
        wait_for(gate.changed, lambda: len(gate.line) + len(finished) == 3)
        came.append(number)

    def client(later: int) -> None:
        """The threads are begun in the opposite order."""
        number = 3 - later
        wait_for(gate.changed, lambda: gate.inside + len(gate.line) == number)
        gate.enter()
        is_inside(number)
        with gate.changed:
            gate.leave()
            gate.enter()
        is_inside(number)
        finished.append(number)
        gate.leave()

    at_once(client, 4)
    return came


def four_workers(url: str, kind: str, rounds: list[list[int]]) -> list[int]:
    """How many pass, if each worker gets so many requests of one client at such a time."""
    database.new(url)
    shared = InMemory(BURST, INTERVAL)

    def bucket() -> Any:
        if kind == "database":
            return InDatabase(database.connect(url), BURST, INTERVAL)
        return shared if kind == "memory that all share" else InMemory(BURST, INTERVAL)

    buckets = [bucket() for _ in range(4)]
    return [passed(buckets, NOON + later, each) for later, each in rounds]


def passed(buckets: list[Any], now: int, each: int) -> int:
    def worker(number: int) -> int:
        return [buckets[number].wait("Ada", now) for _ in range(each)].count(0)

    return sum(at_once(worker, len(buckets)))


def one_place_left(url: str, is_looking_first: bool) -> list[list[int]]:
    """Four workers are about to write when one place is left: the waits; and of one alone later."""
    books = database.new(url)
    kind = LookingFirst if is_looking_first else InDatabase
    alone = kind(books, 1, INTERVAL)
    alone.add("Ada")
    meeting = MeetingToWrite(books, 4)
    waits = at_once(lambda number: kind(meeting, 1, INTERVAL).wait("Ada", NOON), 4)
    later = [alone.wait("Ada", NOON + more) for more in (0, INTERVAL, INTERVAL)]
    return [sorted(waits), later]


class LookingFirst(InDatabase):
    """What not to do: between the look and the change, another worker takes the place."""

    def wait(self, client: str, now: int) -> int:
        with self.database.transaction() as transaction:
            find = "SELECT full_at FROM limits WHERE client = %s"
            [(full_at,)] = transaction.query(find, client)
            if full_at <= now:
                transaction.change("UPDATE limits SET full_at = %s", now + self.interval)
        return max(0, full_at - now)


def how_long(url: str, kind: str, requests: list[list[Any]]) -> list[Any]:
    """Milliseconds to wait, for each request of a client at a time; and the rows that it takes."""
    books = database.new(url)
    buckets: dict[str, Any] = {
        "memory": InMemory(3, 400),
        "database": InDatabase(books, 3, 400),
    }
    waits = [buckets[kind].wait(client, NOON + later) for client, later in requests]
    return [waits, database.count(books, "limits")]


def overtaken(url: str) -> list[list[int]]:
    """Before a step of a client's first request another worker lets one pass, for five steps."""
    books = database.new(url)
    return [overtaken_at(number, books) for number in range(5)]


def overtaken_at(number: int, books: database.Database) -> list[int]:
    """Of two that are allowed at once: the wait of the second one, and of a third."""
    client, steps = str(number), count()

    def step() -> None:
        if next(steps) == number:
            two_at_once(books).wait(client, NOON)

    second = two_at_once(Stepping(books, step)).wait(client, NOON)
    return [second, two_at_once(books).wait(client, NOON)]


def two_at_once(books: Any) -> InDatabase:
    return InDatabase(books, 2, 400)


def answered(url: str, interval: int, keys: list[str]) -> list[Any]:
    """What the desk says to orders of which one is allowed; and what is left."""
    books = database.new(url, Emma=9)
    app = desk(books, InDatabase(books, 1, interval))
    return [[order(app, key) for key in keys], get(app, "/books/Emma")[2]]


if __name__ == "__main__":
    told = a_hundred_at_once(2, 8)
    print("2 run, 8 wait:", *told["refused"], "refused while ten were inside")
    print("a bucket in each worker:", four_workers("sqlite:", "memory", [[0, 30], [1000, 30]]))
    shared = four_workers("sqlite:", "memory that all share", [[0, 30], [1000, 30]])
    print("one for all:", shared)
