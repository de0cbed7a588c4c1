"""What happens to an order."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Placed:
    cents: int


@dataclass(frozen=True)
class Paid:
    cents: int


@dataclass(frozen=True)
class Shipped:
    carrier: str


@dataclass(frozen=True)
class Refunded:  # new type
    cents: int


if __name__ == "__main__":
    for event in Placed(4999), Paid(4999), Shipped("Swift"), Refunded(4999):
        print(event)
