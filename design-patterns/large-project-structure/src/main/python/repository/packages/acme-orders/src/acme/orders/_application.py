"""What one can do with orders."""

from typing import Protocol

from acme.catalog.api import price_of
from acme.orders._domain import Order, checked


class Keeping(Protocol):
    def keep(self, order: Order) -> Order: ...


def place(memory: Keeping, sku: str, quantity: int) -> Order:
    order: Order = {"sku": sku, "quantity": checked(quantity), "cents": price_of(sku, quantity)}
    return memory.keep(order)
