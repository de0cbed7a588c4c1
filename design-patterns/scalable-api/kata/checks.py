"""What a correct place_order does, also when the process ends or another call comes between."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from copy import deepcopy
from types import ModuleType
from typing import Any

from checking import WrongAnswer, attempt, check, expect, main

EMMA = {"book": "Emma", "copies": 2}
CALL = 'place_order(database, "Ada", "key-1", {"book": "Emma", "copies": 2})'
MOST_STEPS = 40


class End(BaseException):
    """The process ends, or this call has to wait for another one, and begins anew after it."""


class Database:
    """Keeps what transactions have done that have ended, and calls `between` before each step."""

    class Taken(Exception):
        pass

    class SoldOut(Exception):
        pass

    def __init__(self, copies: int = 10, first_number: int = 1) -> None:
        self.stock = {"Emma": copies, "Dracula": 10}
        self.answers: dict[tuple[str, str], Any] = {}
        self.orders: dict[int, Any] = {}
        self.events: list[Any] = []
        self.published: list[Any] = []
        self.number = first_number
        self.open: list[Transaction] = []
        self.is_in_transaction = False  # this call, not one that was interrupted
        self.between: Callable[[], None] = lambda: None

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        self.between()
        if self.is_in_transaction:
            raise RuntimeError("a transaction inside of another")
        tx = Transaction(self)
        self.open.append(tx)
        self.is_in_transaction = True
        try:
            yield tx
            tx.step()
            tx.keep()
        finally:
            self.open.remove(tx)
            self.is_in_transaction = False
        self.between()

    def publish(self, event: Any) -> None:
        self.between()
        self.published.append(deepcopy(event))

    def interrupt(self, call: Callable[[], None]) -> None:
        """Another call runs now, unless it has to wait."""
        is_in_transaction, self.is_in_transaction = self.is_in_transaction, False
        with suppress(End):
            call()
        self.is_in_transaction = is_in_transaction

    def books(self) -> list[str]:
        return [order["book"] for _, order in self.orders.values()]

    def what_is_kept(self) -> dict[str, Any]:
        return {
            "orders": list(self.orders.values()),
            "events": self.events,
            "published": self.published,
            "copies": self.stock["Emma"],
        }


class Transaction:
    def __init__(self, database: Database) -> None:
        self.database = database
        self.answers: dict[tuple[str, str], Any] = {}
        self.orders: dict[int, Any] = {}
        self.events: list[Any] = []
        self.taken: dict[str, int] = {}
        self.has_failed = False

    def step(self) -> None:
        if self.has_failed:
            raise RuntimeError("after Taken or SoldOut an exception must leave the transaction")
        self.database.between()

    def failed(self, why: type[Exception]) -> Exception:
        self.has_failed = True
        return why()

    def others(self) -> list[Transaction]:
        return [tx for tx in self.database.open if tx is not self]

    def insert_answer(self, client: str, key: str, order: Any, answer: Any) -> None:
        self.step()
        if any((client, key) in tx.answers for tx in self.others()):
            raise End
        if (client, key) in self.database.answers or (client, key) in self.answers:
            raise self.failed(self.database.Taken)
        self.answers[client, key] = deepcopy((order, answer))

    def find_answer(self, client: str, key: str) -> Any:
        self.step()
        return deepcopy(self.database.answers.get((client, key)))

    def take(self, book: str, copies: int) -> None:
        self.step()
        if any(book in tx.taken for tx in self.others()):
            raise End
        taken = self.taken.get(book, 0) + copies
        if taken > self.database.stock[book]:
            raise self.failed(self.database.SoldOut)
        self.taken[book] = taken

    def insert_order(self, client: str, order: Any) -> int:
        self.step()
        number = self.database.number
        self.database.number += 1
        self.orders[number] = (client, deepcopy(order))
        return number

    def insert_event(self, event: Any) -> None:
        self.step()
        self.events.append(deepcopy(event))

    def keep(self) -> None:
        self.database.answers.update(self.answers)
        self.database.orders.update(self.orders)
        self.database.events += self.events
        for book, copies in self.taken.items():
            self.database.stock[book] -= copies


def kept(orders: int, copies: int, number: int = 1) -> dict[str, Any]:
    """What is to be there after so many orders of Ada's for two of Emma."""
    numbers = range(number, number + orders)
    return {
        "orders": [("Ada", EMMA)] * orders,
        "events": [{"placed": each, **EMMA} for each in numbers],
        "published": [],
        "copies": copies,
    }


def expect_placed(
    kata: ModuleType,
    database: Database,
    gives: Any,
    *,
    client: str = "Ada",
    key: str = "key-1",
    order: dict[str, Any] = EMMA,
    when: str = "",
) -> None:
    expect(
        f"place_order(database, {client!r}, {key!r}, {order!r}){when}",
        lambda: kata.place_order(database, client, key, dict(order)),
        gives=gives,
    )


def expect_kept(database: Database, gives: dict[str, Any], when: str) -> None:
    expect(f"what is kept {when}", database.what_is_kept, gives=gives)


def at(step: int, action: Callable[[], None]) -> Callable[[], None]:
    """Does something at the n-th step, counted from now."""
    left = [step]

    def between() -> None:
        left[0] -= 1
        if left[0] == 0:
            action()

    return between


@check("the examples of the task hold")
def examples(kata: ModuleType) -> None:
    database = Database()
    expect_placed(kata, database, (201, 1))
    expect_placed(kata, database, (201, 1), when=" again")
    expect_placed(kata, database, (422, None), order={"book": "Emma", "copies": 3})


@check("a new order takes its copies and has one event in the outbox, and nothing is published")
def new_orders(kata: ModuleType) -> None:
    database = Database(first_number=0)
    expect_placed(kata, database, (201, 0))
    expect_kept(database, kept(1, 8, 0), "after one order")
    expect_placed(kata, database, (201, 1), key="key-2")
    expect_kept(database, kept(2, 6, 0), "after two orders with two keys")
    expect_placed(
        kata, database, (201, 2), client="Bob", key="", order={"book": "Dracula", "copies": 1}
    )
    event = {"placed": 2, "book": "Dracula", "copies": 1}
    expect("the last event", lambda: database.events[-1], gives=event)
    expect("who ordered it", lambda: database.orders[2][0], gives="Bob")


@check("the same order again changes nothing, and its key is bound to it")
def again(kata: ModuleType) -> None:
    database = Database(first_number=0)
    for when in ("", " again", " once more"):
        expect_placed(kata, database, (201, 0), when=when)
    for other in ({"copies": 1}, {"copies": 100}, {"book": "Dracula"}, {"gift": True}):
        expect_placed(kata, database, (422, None), order={**EMMA, **other})
    expect_placed(kata, database, (201, 0), when=" after those")
    expect_kept(database, kept(1, 8, 0), "after eight calls with one key")


@check("all of the order counts, and the caller's dict is not changed")
def whole_order(kata: ModuleType) -> None:
    database, order = Database(), {**EMMA, "gift": True}
    for when in ("", " again, with the same dict"):
        expect(
            f"place_order(database, 'Ada', 'key-1', {order!r}){when}",
            lambda: kata.place_order(database, "Ada", "key-1", order),
            gives=(201, 1),
        )
    expect("the dict then", lambda: order, gives={**EMMA, "gift": True})
    expect("the events then", lambda: database.events, gives=[{"placed": 1, **EMMA, "gift": True}])
    expect_placed(kata, database, (422, None), order={**EMMA, "gift": False})


@check("another client may use the same key")
def clients(kata: ModuleType) -> None:
    database = Database()
    expect_placed(kata, database, (201, 1))
    expect_placed(kata, database, (201, 2), client="Bob")
    expect_placed(kata, database, (201, 3), client="Eve", order={"book": "Dracula", "copies": 1})
    expect_placed(kata, database, (201, 1), when=" again")


@check("too few copies: that is not kept")
def sold_out(kata: ModuleType) -> None:
    database = Database(copies=1)
    expect_placed(kata, database, (409, None))
    expect_kept(database, kept(0, 1), "then")
    database.stock["Emma"] = 2
    number = database.number
    expect_placed(kata, database, (201, number), when=" when there are two")
    expect_kept(database, kept(1, 0, number), "then")
    expect_placed(kata, database, (201, number), when=" again, when there are none")
    expect_placed(kata, database, (409, None), key="key-2", when=" when there are none")


@check("the process ends at any step: a retry leaves one order")
def ends(kata: ModuleType) -> None:
    for step in range(1, MOST_STEPS):
        database = Database()
        ended = stopped(kata, database, step, End())
        when = f"after the process ended at step {step}"
        database.between = lambda: None
        number = next(iter(database.orders), database.number)
        expect_placed(kata, database, (201, number), when=f" {when}")
        expect_kept(database, kept(1, 8, number), when)
        if not ended:
            return


@check("any other exception goes on to the caller, and nothing is kept")
def failures(kata: ModuleType) -> None:
    for step in range(1, MOST_STEPS):
        database = Database()
        failure = OSError("the network is down")
        if not stopped(kata, database, step, failure):
            return
        if database.orders or database.events or database.answers:
            expect_kept(database, kept(1, 8), f"after an OSError at step {step}")


def stopped(kata: ModuleType, database: Database, step: int, how: BaseException) -> bool:
    """Whether the exception is raised at this step, and comes back from the call."""
    reached = []

    def stop() -> None:
        reached.append(step)
        raise how

    database.between = at(step, stop)
    try:
        attempt(CALL, lambda: kata.place_order(database, "Ada", "key-1", dict(EMMA)))
    except WrongAnswer as wrong:
        if not (reached and wrong.__cause__ is how):
            raise
        return True
    if reached:
        raise WrongAnswer(
            f"{CALL}, {type(how).__name__} at step {step}", "that exception", "an answer"
        )
    return False


@check("another call with the same key, at any step: one order, one answer")
def same_key(kata: ModuleType) -> None:
    for copies in (10, 2):
        race(kata, copies, "key-1", [(201, "its order"), (201, "its order")], 1)


@check("another call with another key, at any step")
def other_key(kata: ModuleType) -> None:
    race(kata, 10, "key-2", [(201, "its order"), (201, "its order")], 2)
    race(kata, 2, "key-2", [(201, "its order"), (409, None)], 1)


@check("another order with the same key, at any step: one is placed, and it alone")
def other_order(kata: ModuleType) -> None:
    for step in range(1, MOST_STEPS):
        database = Database()
        if not is_other_begun_at(step, kata, database):
            return


def is_other_begun_at(step: int, kata: ModuleType, database: Database) -> bool:
    """One of Dracula comes, at this step of a call for Emma, with its key."""
    begun: list[int] = []
    seen: list[Any] = []

    def call(order: dict[str, Any]) -> None:
        seen.append((kata.place_order(database, "Ada", "key-1", dict(order)), order["book"]))

    def call_between() -> None:
        begun.append(step)
        database.interrupt(lambda: call({"book": "Dracula", "copies": 1}))

    when = f"{CALL}; at step {step} one for Dracula with its key"
    database.between = at(step, call_between)
    attempt(when, lambda: call(EMMA))
    if len(seen) == 1:
        database.between = lambda: None
        attempt(when, lambda: call({"book": "Dracula", "copies": 1}))
    statuses = sorted(status for (status, _), _ in seen)
    expect(f"the answers to {when}", lambda: statuses, gives=[201, 422])
    placed = [book for (status, _), book in seen if status == 201]
    expect(f"the books of the orders then: {when}", lambda: database.books(), gives=placed)
    expect(
        f"the books of the events then: {when}",
        lambda: [event["book"] for event in database.events],
        gives=placed,
    )
    return bool(begun)


def race(kata: ModuleType, copies: int, key: str, answers: list[Any], orders: int) -> None:
    for step in range(1, MOST_STEPS):
        if not is_begun_at(step, kata, Database(copies), key, answers, orders):
            return


def is_begun_at(
    step: int, kata: ModuleType, database: Database, key: str, answers: list[Any], orders: int
) -> bool:
    """At this step of a call a second one comes; where it has to wait, it begins after the first.

    Returns whether the first one took as many steps.
    """
    begun: list[int] = []
    seen: list[Any] = []
    left = database.stock["Emma"] - 2 * orders

    def call(key: str) -> None:
        seen.append(kata.place_order(database, "Ada", key, dict(EMMA)))

    def call_between() -> None:
        begun.append(step)
        database.interrupt(lambda: call(key))

    when = f"{CALL}; at step {step} the same with {key!r}, of {database.stock['Emma']} copies"
    database.between = at(step, call_between)
    attempt(when, lambda: call("key-1"))
    if len(seen) == 1:
        database.between = lambda: None
        attempt(when, lambda: call(key))
    expect(f"the answers to {when}", lambda: told(database, seen), gives=answers)
    expect(f"the orders then: {when}", lambda: len(database.orders), gives=orders)
    expect(f"the copies then: {when}", lambda: database.stock["Emma"], gives=left)
    expect(f"the events then: {when}", lambda: len(database.events), gives=orders)
    return bool(begun)


def told(database: Database, answers: list[Any]) -> list[Any]:
    """By status; a number only says whether there is such an order."""
    return sorted(
        (status, "its order" if number in database.orders else number) for status, number in answers
    )


if __name__ == "__main__":
    main()
