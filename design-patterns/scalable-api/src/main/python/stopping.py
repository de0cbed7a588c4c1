"""A service is told to stop while clients order. Does each get an answer, and is it true?"""

from __future__ import annotations

import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from api import database
from api.gate import Gate
from api.replies import call
from trial.mishaps import Crash, Stepping, at_once, join
from trial.requests import desk, order

CLIENTS, ORDERS = 2, 2
STEPS = CLIENTS * ORDERS * 7
PATIENCE = 20


class Service:
    """One request runs, the other waits in line; at a given step of its database it is drained."""

    def __init__(self, books: database.Database, step: int) -> None:
        self.left = step
        self.finished = 0
        self.is_stopped = False
        self.gate = Gate(desk(Stepping(books, self.step)), running=1, waiting=8)
        self.stopper = threading.Thread(target=self.stop)

    def step(self) -> None:
        """Whoever does not run is in line, or has finished, before anything happens."""
        if self.is_stopped:
            raise Crash
        with self.gate.changed:
            self.gate.changed.wait_for(self.is_other_there, PATIENCE)
            self.left -= 1
            if self.left == 0:
                self.stopper.start()
                self.gate.changed.wait_for(
                    lambda: self.gate.is_draining or self.is_stopped, PATIENCE
                )

    def is_other_there(self) -> bool:
        return len(self.gate.line) + self.finished == CLIENTS - 1

    def stop(self) -> None:
        self.gate.drain()
        with self.gate.changed:
            self.is_stopped = True
            self.gate.changed.notify_all()

    def ordered_by(self, client: int) -> list[int]:
        """A client orders until it is refused; 0 stands for no answer."""
        answers = []
        for number in range(ORDERS):
            status = 0
            with suppress(Crash):
                status, _, _ = order(self.gate, f"key-{client}-{number}")
            answers.append(status)
            if status != 201:
                break
        with self.gate.changed:
            self.finished += 1
            self.gate.changed.notify_all()
        return answers


def drained_at_each_step(url: str) -> list[Any]:
    """For each step: the answers, the orders that are stored, and the longest line."""
    books = database.new(url, Emma=1000)
    seen = []
    for step in range(1, STEPS + 1):
        service = Service(books, step)
        answers = at_once(service.ordered_by, CLIENTS)
        join(service.stopper)
        seen.append([answers, database.count(books, "orders"), service.gate.longest_line])
        empty(books)
    return seen


def empty(books: database.Database) -> None:
    """The keys are the same in each run."""
    with books.transaction() as transaction:
        transaction.change("DELETE FROM answers")
        transaction.change("DELETE FROM orders")
        transaction.change("DELETE FROM outbox")


def readiness() -> list[Any]:
    """Health, readiness and a request: before, switched off, and while one inside is waited for."""
    inside, out = threading.Event(), threading.Event()

    def app(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        inside.set()
        out.wait(PATIENCE)
        start_response("200 OK", [])
        return []

    off = Path(tempfile.mkdtemp()) / "off"
    gate = Gate(app, running=2, waiting=8, is_ready=lambda: not off.exists())
    answers: list[int] = []

    def ask(path: str) -> int:
        return call(gate, "GET", path)[0]

    before = [ask("/health"), ask("/ready")]
    off.touch()
    switched_off = [ask("/health"), ask("/ready")]
    off.unlink()
    off.parent.rmdir()
    first = threading.Thread(target=lambda: answers.append(ask("/orders")))
    first.start()
    inside.wait(PATIENCE)
    drained = threading.Thread(target=gate.drain)
    drained.start()
    with gate.changed:
        gate.changed.wait_for(lambda: gate.is_draining, PATIENCE)
    meanwhile = [ask("/health"), ask("/ready"), ask("/orders")]
    waits = drained.is_alive()
    out.set()
    join(first, drained)
    return [before, switched_off, meanwhile, answers, waits]


if __name__ == "__main__":
    print("readiness:", readiness())
    print("drained at each step:", drained_at_each_step("sqlite:"))
