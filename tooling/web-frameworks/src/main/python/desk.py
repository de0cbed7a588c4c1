"""The order desk itself, which knows nothing of the web."""

from __future__ import annotations

from typing import Any

MOST_BYTES = 1000
PROBLEM = "application/problem+json"
SECRET = "the password of the database is swordfish"


class Invalid(Exception):
    """What was sent is JSON and no order."""


class Desk:
    def __init__(self) -> None:
        self.orders: dict[int, dict[str, Any]] = {}

    def place(self, sku: str, qty: int) -> dict[str, Any]:
        number = len(self.orders) + 1
        self.orders[number] = {"number": number, "sku": sku, "qty": qty}
        return self.orders[number]

    def find(self, number: int) -> dict[str, Any] | None:
        return self.orders.get(number)


def parse(data: object) -> tuple[str, int]:
    match data:
        case {"sku": str(sku), "qty": qty, **rest} if sku and not rest:
            if type(qty) is int and qty > 0:
                return sku, qty
    raise Invalid


desk = Desk()


if __name__ == "__main__":
    print(desk.place(*parse({"sku": "LAMP", "qty": 2})))
    try:
        parse({"sku": "LAMP", "qty": "2"})
    except Invalid:
        print("'2' is no quantity")
