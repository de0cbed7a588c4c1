"""The same library, changed in sixteen places. Which of them break a caller?"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

PRICES = {"LAMP": 1999, "DESK": 14900}


class Status(Enum):
    OPEN = "open"
    LOST = "lost"  # a new member


@dataclass
class Line:
    sku: str
    unit: str = "piece"  # a new field before another
    quantity: int = 1


class Order:
    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines

    @property  # was a method
    def count(self) -> int:
        return len(self.lines)


class Payment(ABC):
    @abstractmethod
    def charge(self, cents: int) -> str: ...

    @abstractmethod  # a second one for everybody who implements it
    def refund(self, cents: int) -> str: ...


def price(sku: str, currency: str = "EUR", quantity: int = 1) -> int:  # a parameter before another
    return PRICES[sku] * quantity


def discount(cents: int, rate: int) -> int:  # another name
    return cents * (100 - rate) // 100


def reserve(sku: str, *, quantity: int) -> str:  # by name only
    return f"{quantity} {sku}"


def ship(order: int, express: bool = True) -> str:  # another default
    return f"{order} by {'plane' if express else 'road'}"


def search(sku: str) -> bool:  # was find
    return sku in PRICES


def total(lines: list[Line]) -> float:  # euros, no longer cents
    return sum(PRICES[line.sku] * line.quantity for line in lines) / 100


class UnknownSku(Exception):
    pass


def stock(sku: str) -> int:  # raises an exception of its own
    try:
        return {"LAMP": 20}[sku]
    except KeyError:
        raise UnknownSku(sku) from None


def open_orders() -> Iterator[int]:  # a generator
    yield 7


def status(order: int) -> Status | None:  # gives the new member
    return Status.LOST if order == 7 else None


async def notify(order: int) -> str:
    return f"mailed {order}"


def skus() -> list[str]:  # sorted
    return sorted(PRICES)


def weigh(sku: str, *, unit: str = "g") -> int:  # optional, by name
    return 10_099 // 100 * 100  # _round is gone


if __name__ == "__main__":
    print("the names of version 2.0:", [name for name in globals() if not name.startswith("_")])
