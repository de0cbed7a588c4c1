"""Events go from the database to a topic. Which arrive twice, never, or without an order?"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from api import database
from api.outbox import relay
from trial.mishaps import Crash, CrashAt, Stepping
from trial.requests import desk, order

STEPS = 30  # more than relaying ten events takes


class Topic:
    """What was published, in its order."""

    def __init__(self) -> None:
        self.numbers: list[str] = []

    def publish(self, number: str, event: str) -> None:
        self.numbers.append(number)

    def different(self) -> int:
        return len(set(self.numbers))


def with_orders(url: str, orders: int = 10) -> database.Database:
    books = database.new(url, Emma=1000)
    add_orders(books, orders)
    return books


def add_orders(books: database.Database, orders: int) -> None:
    app = desk(books)
    with books.transaction() as transaction:
        transaction.change("DELETE FROM answers")
    for number in range(orders):
        order(app, f"key-{number}")


def crashed_at_each_step(url: str) -> dict[str, Any]:
    """A relay of ten events crashes at a step, and another one goes on: for each step."""
    books = with_orders(url)
    counts: dict[str, Any] = {"crashes": 0, "different": [], "twice": 0, "left": 0}
    for step in range(1, STEPS):
        topic, crash = Topic(), CrashAt(step)
        with suppress(Crash):
            relay(Stepping(books, crash), topic.publish, 10)
        if not crash.has_crashed:
            counts["different"] = sorted(set(counts["different"]))
            return counts
        counts["crashes"] += 1
        while relay(books, topic.publish, 10):
            pass
        counts["different"].append(topic.different())
        counts["twice"] = max(counts["twice"], len(topic.numbers) - topic.different())
        counts["left"] += database.count(books, "outbox")
        add_orders(books, 10)
    raise AssertionError("it always crashes")


def published_by_the_handler(url: str, when: str) -> list[int]:
    """A crash between the commit and the publishing: orders, and events that were published."""
    books, topic = database.new(url, Emma=9), Topic()

    def send() -> None:
        topic.publish("N", "event")

    crash = CrashAt(1)
    try:
        with books.transaction() as transaction:
            transaction.change("INSERT INTO orders VALUES ('N', 'Ada', 'Emma', 1, 0)")
            if when == "before the commit":
                send()
                crash()
        if when == "after the commit":
            crash()
            send()
    except Crash:
        pass
    return [database.count(books, "orders"), len(topic.numbers)]


def two_relays(url: str) -> dict[str, Any]:
    """The second one runs while the first one publishes its first event."""
    books = with_orders(url)
    first, second = Topic(), Topic()

    def publish(number: str, event: str) -> None:
        first.publish(number, event)
        if len(first.numbers) == 1:
            relay(books, second.publish)

    moved = relay(books, publish)
    return {
        "events": [len(first.numbers), len(second.numbers)],
        "both": len(set(first.numbers) & set(second.numbers)),
        "left": database.count(books, "outbox"),
        "moved": moved,
    }


def of_a_rolled_back_order(url: str) -> list[int]:
    """Sold out, and crashed before the commit: orders, and events that a relay finds."""
    books, topic = database.new(url, Emma=1), Topic()
    order(desk(books), "key-1", copies=2)
    with suppress(Crash):
        order(desk(Stepping(books, CrashAt(6))), "key-2")
    return [database.count(books, "orders"), relay(books, topic.publish), len(topic.numbers)]


def consumed(url: str, way: str) -> list[int]:
    """A consumer crashes at a step, and gets the event again: how often it had an effect."""
    books = database.new(url, effects=0)
    with books.transaction() as transaction:
        transaction.change("CREATE TABLE dealt_with (number VARCHAR(16) PRIMARY KEY)")
    seen = []
    for step in range(1, STEPS):
        before, crash = effects(books), CrashAt(step)
        with suppress(Crash):
            receive(Stepping(books, crash), f"event-{step}", way)
        if not crash.has_crashed:
            return sorted(set(seen))
        receive(books, f"event-{step}", way)
        seen.append(effects(books) - before)
    raise AssertionError("it always crashes")


def receive(books: Any, number: str, way: str) -> None:
    """The effect is one that this database keeps; numbers that are known are passed over."""
    note = "INSERT INTO dealt_with VALUES (%s)", number
    effect = ("UPDATE stock SET copies = copies + 1 WHERE book = 'effects'",)
    if way == "number and effect together":
        transactions = [[note, effect]]
    else:
        transactions = [[note], [effect]] if way == "number first" else [[effect], [note]]
    with books.transaction() as transaction:
        if transaction.query("SELECT number FROM dealt_with WHERE number = %s", number):
            return
    for changes in transactions:
        with books.transaction() as transaction:
            for change in changes:
                transaction.change(*change)


def effects(books: database.Database) -> int:
    with books.transaction() as transaction:
        return int(transaction.query("SELECT copies FROM stock WHERE book = 'effects'")[0][0])


def in_order(url: str) -> list[Any]:
    """Batches of three, and what an event says."""
    books = with_orders(url, 7)
    events: list[str] = []
    sizes = [relay(books, lambda number, event: events.append(event), 3) for _ in range(4)]
    return [sizes, "placed" in events[0] and '"book": "Emma"' in events[0]]


if __name__ == "__main__":
    print("crashed at each step:", crashed_at_each_step("sqlite:"))
    for way in ("number and effect together", "number first", "effect first"):
        print(f"a consumer, {way}:", consumed("sqlite:", way))
    for when in ("before the commit", "after the commit"):
        print(f"published by the handler {when}:", published_by_the_handler("sqlite:", when))
