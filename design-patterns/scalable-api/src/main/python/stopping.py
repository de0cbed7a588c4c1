"""A service is told to stop while clients order. Does each get an answer, and is it true?"""

from __future__ import annotations

import tempfile
import threading
from itertools import chain
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

    def ordered_by(self, client: int) -> list[str]:
        """A client orders until it is refused."""
        answers = []
        for number in range(ORDERS):
            try:
                status, _, _ = order(self.gate, f"key-{client}-{number}")
                answers.append(str(status))
            except Crash:
                answers.append("none")
            if answers[-1] != "201":
                break
        with self.gate.changed:
            self.finished += 1
            self.gate.changed.notify_all()
        return answers


def drained_at_each_step(url: str) -> dict[str, Any]:
    """What the clients were told, what is stored, and how often another one was in line."""
    books = database.new(url, Emma=1000)
    totals = {"stopped": 0, "201": 0, "503": 0, "none": 0, "differ": 0, "lines": 0}
    for step in range(1, STEPS + 1):
        before = database.count(books, "orders")
        service = Service(books, step)
        books_of_a_run(books)
        answers = list(chain.from_iterable(at_once(service.ordered_by, CLIENTS)))
        join(service.stopper)
        for answer in answers:
            totals[answer] += 1
        totals["stopped"] += service.is_stopped
        totals["lines"] += service.gate.longest_line
        totals["differ"] += database.count(books, "orders") - before != answers.count("201")
    return totals


def books_of_a_run(books: database.Database) -> None:
    """The keys are the same in each run."""
    with books.transaction() as transaction:
        transaction.change("DELETE FROM answers")


def readiness() -> dict[str, list[int]]:
    """Health, readiness and a request: before, while a request is inside, after it has ended."""
    inside, out = threading.Event(), threading.Event()

    def app(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        inside.set()
        out.wait(PATIENCE)
        start_response("200 OK", [])
        return []

    off = Path(tempfile.mkdtemp()) / "off"
    gate = Gate(app, running=2, waiting=8, off=off)

    def seen() -> list[int]:
        return [call(gate, "GET", path)[0] for path in ("/health", "/ready")]

    before = seen()
    off.touch()
    switched_off = seen()
    off.unlink()
    off.parent.rmdir()
    first = threading.Thread(target=lambda: answers.append(call(gate, "GET", "/orders")[0]))
    answers: list[int] = []
    first.start()
    inside.wait(PATIENCE)
    drained = threading.Thread(target=gate.drain)
    drained.start()
    with gate.changed:
        gate.changed.wait_for(lambda: gate.is_draining, PATIENCE)
    meanwhile = [*seen(), call(gate, "GET", "/orders")[0]]
    waits = drained.is_alive()
    out.set()
    join(first, drained)
    return {
        "before": before,
        "switched off": switched_off,
        "meanwhile": meanwhile,
        "inside": answers,
        "waits": [int(waits)],
    }


if __name__ == "__main__":
    print("readiness:", readiness())
    print("drained at each step:", drained_at_each_step("sqlite:"))
