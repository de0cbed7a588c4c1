"""Events go from the database to a topic. Which arrive twice, never, or without an order?"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from api import database, orders
from api.answers import Refused
from api.outbox import relay
from trial.mishaps import STOPS, Crash, CrashAt, Stepping, Work
from trial.requests import COPIES, NOON

EVENTS = 5


class Topic:
    """What was published, in its order; a process that is killed leaves it as it is."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.file.touch()  # if nothing is published, that is to be seen

    def publish(self, number: str, event: str) -> None:
        with self.file.open("a") as file:
            print(number, file=file)

    def numbers(self) -> list[str]:
        return self.file.read_text().split()


def with_orders(url: str, number: int) -> database.Database:
    books = database.new(url, Emma=COPIES)
    add_orders(books, number)
    return books


def add_orders(books: database.Database, number: int) -> None:
    with books.transaction() as transaction:
        transaction.change("DELETE FROM answers")
    for key in range(number):
        place(books, str(key), 1)


def place(books: Any, key: str, copies: int) -> None:
    orders.place(books, "Ada", key, {"book": "Emma", "copies": copies}, NOON)


def stopped_at_each_step(url: str, how: str) -> list[list[int]]:
    """A relay of five events stops, and another goes on: published, different ones, left over."""
    books = with_orders(url, EVENTS)
    seen: list[list[int]] = []
    with TemporaryDirectory() as folder:
        for step in count(1):
            topic = Topic(Path(folder, str(step)))
            if not STOPS[how](relaying(topic), books, url, step):
                return seen
            wait_until_unlocked(books)
            relay(books, topic.publish, EVENTS)
            numbers = topic.numbers()
            seen.append([len(numbers), len(set(numbers)), database.count(books, "outbox")])
            add_orders(books, EVENTS)
    raise AssertionError("it always stops")


def relaying(topic: Topic) -> Work:
    """A relay that may stop before each statement, before each event, and around the commit."""

    def work(books: database.Database, at: Callable[[], None]) -> None:
        def publish(number: str, event: str) -> None:
            at()
            topic.publish(number, event)

        relay(Stepping(books, at), publish, EVENTS)

    return work


def wait_until_unlocked(books: database.Database) -> None:
    """A database may notice some time later that a client is no more."""
    with books.transaction() as transaction:
        transaction.query("SELECT number FROM outbox FOR UPDATE")


def published_by_the_handler(url: str, is_before_the_commit: bool) -> list[int]:
    """A crash between the commit and the publishing: orders, and events that were published."""
    books, published, crash = database.new(url), [], CrashAt(1)
    with suppress(Crash):
        with books.transaction() as transaction:
            transaction.change("INSERT INTO orders VALUES ('N', 'Ada', 'Emma', 1, 0)")
            if is_before_the_commit:
                published.append("N")
                crash()
        crash()
        published.append("N")
    return [database.count(books, "orders"), len(published)]


def two_relays(url: str) -> list[Any]:
    """While the first one publishes an event, the second one runs each time; and what is left."""
    books = with_orders(url, 2 * EVENTS)
    first: list[str] = []
    second: list[str] = []

    def publish(number: str, event: str) -> None:
        first.append(number)
        relay(books, lambda number, event: second.append(number), EVENTS)

    relay(books, publish, EVENTS)
    return [first, second, database.count(books, "outbox")]


def of_one_order(url: str, copies: int, step: int) -> list[int]:
    """Of a book of which there is one; it crashes at a step: orders, and events for a relay."""
    books, events = database.new(url, Emma=1), []
    with suppress(Refused, Crash):
        place(Stepping(books, CrashAt(step)), str(step), copies)
    relay(books, lambda number, event: events.append(event), EVENTS)
    return [database.count(books, "orders"), len(events)]


def consumed(url: str, transactions: list[list[str]]) -> list[int]:
    """A consumer crashes at a step, and gets the event again: how often it had an effect."""
    books = database.new(url, effects=0)
    with books.transaction() as transaction:
        transaction.change("CREATE TABLE dealt_with (number VARCHAR(16) PRIMARY KEY)")
    seen: list[int] = []
    for step in count(1):
        before, crash = effects(books), CrashAt(step)
        with suppress(Crash):
            receive(Stepping(books, crash), f"event-{step}", transactions)
        if not crash.has_crashed:
            return seen
        receive(books, f"event-{step}", transactions)
        seen.append(effects(books) - before)
    raise AssertionError("it always crashes")


CHANGES = {
    "number": "INSERT INTO dealt_with VALUES ('{}')",
    "effect": "UPDATE stock SET copies = copies + 1",
}


def receive(books: Any, number: str, transactions: list[list[str]]) -> None:
    """The effect is one that this database keeps; numbers that are known are passed over."""
    with books.transaction() as transaction:
        if transaction.query("SELECT number FROM dealt_with WHERE number = %s", number):
            return
    for changes in transactions:
        with books.transaction() as transaction:
            for change in changes:
                transaction.change(CHANGES[change].format(number))


def effects(books: database.Database) -> int:
    with books.transaction() as transaction:
        [(effects,)] = transaction.query("SELECT copies FROM stock")
    return int(effects)


def in_batches(url: str, most: int) -> list[list[Any]]:
    """Of seven events: how many each batch had, and each event as it was published."""
    books = with_orders(url, 7)
    events: list[str] = []
    sizes = [relay(books, lambda number, event: events.append(event), most) for _ in range(4)]
    return [sizes, events]


if __name__ == "__main__":
    print("stopped at each step:", stopped_at_each_step("sqlite:", "crash"))
    for way in ([["number", "effect"]], [["number"], ["effect"]], [["effect"], ["number"]]):
        print(f"a consumer, {way}:", consumed("sqlite:", way))
    for is_before in (True, False):
        print(f"published before the commit: {is_before}:", end=" ")
        print(published_by_the_handler("sqlite:", is_before))
