"""A client that gets no answer asks again, with the same key. How many orders are there then?"""

from __future__ import annotations

from itertools import count
from typing import Any

from api import database
from trial.mishaps import STOPS, Meeting, Stepping, Work, at_once
from trial.requests import COPIES, desk, order


def many_at_once(url: str, keys: list[str]) -> list[Any]:
    """All begin before the first one writes: what there is, the answers, and how many began."""
    books = database.new(url, Emma=COPIES)
    meeting = Meeting(books, len(keys))
    app = desk(meeting)
    answers = at_once(lambda number: order(app, keys[number]), len(keys))
    return [state(books), answers, len(meeting.met)]


def state(books: database.Database) -> list[int]:
    """Orders, events, and copies that were sold."""
    counts = [database.count(books, table) for table in ("orders", "outbox")]
    with books.transaction() as transaction:
        [(left,)] = transaction.query("SELECT copies FROM stock WHERE book = 'Emma'")
    return [*counts, COPIES - left]


def stopped_and_retried(url: str, how: str) -> list[list[list[int]]]:
    """For each step at which the process may stop: what there is then, and after a retry."""
    books = database.new(url, Emma=COPIES)
    seen: list[list[list[int]]] = []
    for step in count(1):
        key = f"key-{step}"
        if not STOPS[how](ordering(key), books, url, step):
            return seen
        stopped = state(books)
        order(desk(books), key)
        seen.append([stopped, state(books)])
    raise AssertionError("it always stops")


def ordering(key: str) -> Work:
    return lambda books, at: order(desk(Stepping(books, at)), key)


def one_after_another(url: str, orders: list[list[Any]]) -> list[Any]:
    """Answers to orders of key, book, copies and client; before the last one, all books come."""
    books = database.new(url, Emma=5, Dracula=0)
    app = desk(books)
    answers = [order(app, *each) for each in orders[:-1]]
    with books.transaction() as transaction:
        transaction.change("UPDATE stock SET copies = 7")
    return [*answers, order(app, *orders[-1])]


if __name__ == "__main__":
    print("stopped, and after a retry: orders, events, sold")
    for seen in stopped_and_retried("sqlite:", "crash"):
        print(*seen)
