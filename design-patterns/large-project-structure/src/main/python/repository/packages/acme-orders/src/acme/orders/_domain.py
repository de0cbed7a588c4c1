"""The rules of an order."""

from typing import TypedDict


class Order(TypedDict):
    sku: str
    quantity: int
    cents: int


def checked(quantity: int) -> int:
    if quantity < 1:
        raise ValueError(quantity)
    return quantity
