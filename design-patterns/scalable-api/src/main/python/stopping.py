"""A service is told to stop while clients order. Does each get an answer, and is it true?"""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import Any

from api import database
from api.gate import Gate
from serving import behind_gate
from trial.mishaps import Crash, Stepping, Thread, at_once, join, wait_for
from trial.requests import COPIES, desk, get, order

CLIENTS, ORDERS = 2, 2
STEPS = CLIENTS * ORDERS * 7
A_MOMENT = 0.1  # seconds in which a thread ends that waits for nobody


class Service:
    """One request runs, the other waits in line; at a given step of its database it is stopped."""

    def __init__(self, books: database.Database, step: int, drains: bool) -> None:
        self.left = step
        self.drains = drains
        self.finished: set[int] = set()
        self.is_stopped = False
        self.drained: list[bool] = []
        self.gate = Gate(desk(Stepping(books, self.step)), running=1, waiting=CLIENTS)
        self.stopper = Thread(target=self.stop)

    def step(self) -> None:
        """Whoever does not run is in line, or has finished, before anything happens."""
        with self.gate.changed:
            wait_for(self.gate.changed, self.is_other_there)
            self.left -= 1
            if self.left == 0:
                self.stopper.start()
                wait_for(self.gate.changed, lambda: self.gate.is_draining or self.is_stopped)
                self.drained.append(self.gate.is_draining)
        if self.is_stopped:
            raise Crash

    def is_other_there(self) -> bool:
        return len(self.gate.line) + len(self.finished) == CLIENTS - 1

    def stop(self) -> None:
        if self.drains:
            self.gate.drain()
        with self.gate.changed:
            self.is_stopped = True
            self.gate.changed.notify_all()

    def ordered_by(self, client: int) -> list[int]:
        """The answers to a client's orders; 0 stands for none."""
        answers = []
        for number in range(ORDERS):
            status = 0
            with suppress(Crash):
                status, _, _ = order(self.gate, f"key-{client}-{number}")
            answers.append(status)
        with self.gate.changed:
            self.finished.add(client)
            self.gate.changed.notify_all()
        return answers


def stopped_at_each_step(url: str, drains: bool) -> list[Any]:
    """For each step: answers, orders that are stored, the longest line, and whether it drained."""
    books = database.new(url, Emma=COPIES)
    seen = []
    for step in range(1, STEPS + 1):
        service = Service(books, step, drains)
        answers = at_once(service.ordered_by, CLIENTS)
        join(service.stopper)
        orders = database.count(books, "orders")
        seen.append([answers, orders, service.gate.longest_line, service.drained])
        empty(books)
    return seen


def empty(books: database.Database) -> None:
    """The keys are the same in each run."""
    with books.transaction() as transaction:
        transaction.change("DELETE FROM answers")
        transaction.change("DELETE FROM orders")


def readiness() -> list[Any]:
    """Health, readiness and a request: before, switched off, on again, and while it drains.

    While it drains, one is inside: whether it was waited for then, and at the end; who is left.
    """
    is_off = threading.Event()

    def app(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response({"/orders": "200 OK"}[environ["PATH_INFO"]], [])
        return []

    gate = behind_gate(app, lambda: not is_off.is_set())

    def told() -> list[int]:
        return [get(gate, path)[0] for path in ("/health", "/ready", "/orders")]

    seen = [told()]
    is_off.set()
    seen.append(told())
    is_off.clear()
    seen.append(told())
    gate.enter()
    draining = Thread(target=gate.drain)
    with gate.changed:
        draining.start()
        wait_for(gate.changed, lambda: gate.is_draining or not draining.is_alive())
        seen.append([gate.is_draining])
    seen.append(told())
    draining.join(A_MOMENT)
    waits = draining.is_alive()
    gate.leave()
    join(draining)
    return [*seen, [waits, draining.is_alive(), gate.inside]]


if __name__ == "__main__":
    print("readiness:", readiness())
    print("drained at each step:", stopped_at_each_step("sqlite:", True))
