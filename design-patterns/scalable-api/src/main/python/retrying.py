"""A client that gets no answer asks again, with the same key. How many orders are there then?"""

from __future__ import annotations

import os
import signal
from contextlib import suppress

from api import database
from trial.mishaps import PATIENCE, Crash, CrashAt, Exit, Meeting, Stepping, at_once
from trial.requests import desk, order

STEPS = 30  # more than an order takes


def twenty_at_once(url: str) -> dict[str, int]:
    """All have begun a transaction before the first one writes."""
    books = database.new(url, Emma=100)
    app = desk(Meeting(books, 20))
    answers = at_once(lambda number: order(app, "key-1"), 20)
    return {
        "orders": database.count(books, "orders"),
        "events": database.count(books, "outbox"),
        "answers": len({str(answer) for answer in answers}),
        "created": [status for status, _, _ in answers].count(201),
        "sold": 100 - copies(books, "Emma"),
    }


def twenty_keys_at_once(url: str) -> int:
    books = database.new(url, Emma=100)
    app = desk(Meeting(books, 20))
    at_once(lambda number: order(app, f"key-{number}"), 20)
    return database.count(books, "orders")


def crashed_and_retried(url: str) -> dict[str, list[int]]:
    """For each step at which the process may crash: what is there, and what after a retry."""
    books = database.new(url, Emma=100)
    seen: dict[str, list[int]] = {"crashed": [], "orders": [], "events": [], "sold": []}
    for step in range(1, STEPS):
        before = [database.count(books, table) for table in ("orders", "outbox")]
        sold = 100 - copies(books, "Emma")
        crash = CrashAt(step)
        with suppress(Crash):
            order(desk(Stepping(books, crash)), f"key-{step}")
        if not crash.has_crashed:
            return seen
        seen["crashed"].append(database.count(books, "orders") - before[0])
        order(desk(books), f"key-{step}")
        seen["orders"].append(database.count(books, "orders") - before[0])
        seen["events"].append(database.count(books, "outbox") - before[1])
        seen["sold"].append(100 - copies(books, "Emma") - sold)
    raise AssertionError("it always crashes")


def ended_and_retried(url: str) -> dict[str, list[int]]:
    """The same, where each process really ends at its step, with whatever it holds (CPython)."""
    books = database.new(url, Emma=100)
    seen: dict[str, list[int]] = {"ended": [], "orders": []}
    for step in range(1, STEPS):
        before = database.count(books, "orders")
        process = os.fork()
        if process == 0:
            signal.alarm(PATIENCE)
            try:
                order(desk(Stepping(database.connect(url), Exit(step))), f"key-{step}")
            finally:
                os._exit(0)
        status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        if status == 0:
            return seen
        assert status == 9, f"it ended with {status}"
        seen["ended"].append(database.count(books, "orders") - before)
        order(desk(books), f"key-{step}")
        seen["orders"].append(database.count(books, "orders") - before)
    raise AssertionError("it always ends")


def one_after_another(url: str) -> list[int]:
    """The same key for another book, for another client, and when the book had been sold out."""
    books = database.new(url, Emma=5, Dracula=0)
    app = desk(books)
    answers = [
        order(app, "key-1"),
        order(app, "key-1", copies=2),
        order(app, "key-1", client="Bob"),
        order(app, "key-2", book="Dracula"),
    ]
    with books.transaction() as transaction:
        transaction.change("UPDATE stock SET copies = 7 WHERE book = 'Dracula'")
    answers.append(order(app, "key-2", book="Dracula"))
    answers.append(order(app, None))
    return [status for status, _, _ in answers]


def answered(url: str) -> list[str]:
    """The first answer and its repetition, without the order's number."""
    app = desk(database.new(url, Emma=5))
    texts = []
    for _ in range(2):
        status, headers, body = order(app, "key-1", copies=3)
        number = dict(headers)["Location"].removeprefix("/orders/")
        texts.append(f"{status} {dict(headers)} {body}".replace(number, "N"))
    return texts


def copies(books: database.Database, book: str) -> int:
    with books.transaction() as transaction:
        return int(transaction.query("SELECT copies FROM stock WHERE book = %s", book)[0][0])


if __name__ == "__main__":
    print("crashed at each step, then retried:", crashed_and_retried("sqlite:"))
    print("another order, another client, sold out, again, no key:", one_after_another("sqlite:"))
