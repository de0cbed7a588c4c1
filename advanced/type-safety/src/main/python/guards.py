"""Three faults that no type tells of, and what guards against each."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass


@dataclass
class Span:
    start: int
    end: int


@dataclass(frozen=True)
class Period:
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"{self.start} is not before {self.end}")


def opening_hours() -> Span:
    return Span(17, 9)


class BadPrice(Exception):
    pass


def cents_or_zero(text: str) -> int:
    try:
        return int(text)
    except Exception:
        return 0


def cents(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise BadPrice(text) from error


class Connection:
    """One to a shop; there is none to a shop without a name."""

    live: list[str] = []  # noqa: RUF012
    closed: list[str] = []  # noqa: RUF012

    def __init__(self, shop: str) -> None:
        if not shop:
            raise ConnectionError("no such shop")
        self.shop = shop
        self.live.append(shop)

    def close(self) -> None:
        self.live.remove(self.shop)
        self.closed.append(self.shop)


def sync(shops: list[str]) -> int:
    connections = [Connection(shop) for shop in shops]
    for connection in connections:
        connection.close()
    return len(connections)


def sync_safely(shops: list[str]) -> int:
    with ExitStack() as stack:
        for shop in shops:
            connection = Connection(shop)
            stack.callback(connection.close)
    return len(shops)


if __name__ == "__main__":
    print("opening hours:", opening_hours())
    print('the price "free" in cents:', cents_or_zero("free"))
