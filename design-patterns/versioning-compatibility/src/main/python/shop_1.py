"""A shop's library in version 1.4, against which the old callers were written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import Enum

PRICES = {"LAMP": 1999, "DESK": 14900}


class Status(Enum):
    OPEN = "open"


@dataclass
class Line:
    sku: str
    quantity: int


class Order:
    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines

    def count(self) -> int:
        return len(self.lines)


class Payment(ABC):
    @abstractmethod
    def charge(self, cents: int) -> str: ...


def price(sku: str, quantity: int) -> int:
    return PRICES[sku] * quantity


def discount(cents: int, percent: int) -> int:
    return cents * (100 - percent) // 100


def reserve(sku: str, quantity: int) -> str:
    return f"{quantity} {sku}"


def ship(order: int, express: bool = False) -> str:
    return f"{order} by {'plane' if express else 'road'}"


def find(sku: str) -> bool:
    return sku in PRICES


def total(lines: list[Line]) -> int:
    return sum(PRICES[line.sku] * line.quantity for line in lines)


def stock(sku: str) -> int:
    return {"LAMP": 20}[sku]


def open_orders() -> list[int]:
    return [7]


def status(order: int) -> Status | None:
    return Status.OPEN if order == 7 else None


def notify(order: int) -> str:
    return f"mailed {order}"


def skus() -> list[str]:
    return list(PRICES)


def weigh(sku: str) -> int:
    return _round(10_099)


def _round(grams: int) -> int:
    return grams // 100 * 100


if __name__ == "__main__":
    print("the names of version 1.4:", [name for name in globals() if not name.startswith("_")])
