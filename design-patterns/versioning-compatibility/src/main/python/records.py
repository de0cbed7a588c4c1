"""Records that outlive the code: each says its version, and is led up to today's when read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Record = dict[str, Any]
Step = Callable[[Record], Record]
LATEST = 4
STEPS_TAKEN: list[int] = []  # the versions that they have led to


def cents_not_euros(old: Record) -> Record:
    return without(old, "euros") | {"cents": round(old["euros"] * 100)}


def customer_not_name(old: Record) -> Record:
    return without(old, "name") | {"customer": old["name"]}


def with_currency(old: Record) -> Record:
    return old | {"currency": "EUR"}


STEPS: dict[int, Step] = {1: cents_not_euros, 2: customer_not_name, 3: with_currency}


def without(record: Record, key: str) -> Record:
    return {each: record[each] for each in record if each != key}


class Upcaster:
    """Leads a record of any version to the latest one, step by step."""

    def __init__(self, steps: dict[int, Step]) -> None:
        missing = [f"{old} to {old + 1}" for old in range(1, LATEST) if old not in steps]
        if missing:
            raise ValueError(f"no step from version {missing[0]}")
        self.steps = steps

    def __call__(self, record: Record) -> Record:
        for version in range(record["version"], LATEST):
            STEPS_TAKEN.append(version + 1)
            record = self.steps[version](record) | {"version": version + 1}
        return record


@dataclass(frozen=True)
class Order:
    customer: str
    cents: int
    currency: str
    others: Record  # what a newer version has put there

    @staticmethod
    def of(record: Record) -> Order:
        known = ("customer", "cents", "currency")
        others = {name: record[name] for name in record if name not in known}
        return Order(*(record[name] for name in known), others)

    def record(self) -> Record:
        own = {"customer": self.customer, "cents": self.cents, "currency": self.currency}
        return self.others | own


@dataclass(frozen=True)
class ForgetfulOrder:
    """It reads a newer record, too, and keeps what it knows."""

    customer: str
    cents: int
    currency: str

    @staticmethod
    def of(record: Record) -> ForgetfulOrder:
        return ForgetfulOrder(record["customer"], record["cents"], record["currency"])

    def record(self) -> Record:
        own = {"customer": self.customer, "cents": self.cents, "currency": self.currency}
        return {"version": LATEST} | own


def read(lines: list[str]) -> dict[str, Any]:
    """The records of a file, and the number of each line that is none, with the reason."""
    upcast = Upcaster(STEPS)
    records, quarantine = [], []
    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
            if type(record.get("version")) is not int or record["version"] < 1:
                raise ValueError("no version")
            records.append(Order.of(upcast(record)).record())
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            quarantine.append([number, type(error).__name__])
    return {"records": records, "quarantine": quarantine}


def steps_taken(line: str) -> list[int]:
    STEPS_TAKEN.clear()
    read([line])
    return list(STEPS_TAKEN)


def starting_without(version: int | None) -> str:
    """Whether a chain that lacks the step from this version can be made."""
    try:
        Upcaster({each: STEPS[each] for each in STEPS if each != version})
    except ValueError as error:
        return f"{type(error).__name__}: {error}"
    return "starts"


HISTORY = [
    '{"version": 1, "name": "Ada", "euros": 19.99}',
    '{"version": 2, "name": "Ada", "cents": 1999}',
    '{"version": 3, "customer": "Ada", "cents": 1999}',
    '{"version": 4, "customer": "Ada", "cents": 1999, "currency": "EUR"}',
]
FUTURE = '{"version": 5, "customer": "Ada", "cents": 1999, "currency": "EUR", "gift": true}'


def history() -> dict[str, Any]:
    return read(HISTORY) | {"steps": [steps_taken(line) for line in [*HISTORY, FUTURE]]}


def corrected(kind: str) -> Record:
    """A newer record that this version has read, whose price it has changed, and that it writes."""
    order = {"keeping": Order, "forgetful": ForgetfulOrder}[kind].of(json.loads(FUTURE))
    return order.record() | {"cents": order.cents + 100}


if __name__ == "__main__":
    print("four versions, read:", history())
    print(starting_without(2))
    print("a newer record, changed:", corrected("keeping"))
    print("... by a forgetful reader:", corrected("forgetful"))
