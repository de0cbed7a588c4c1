"""What one can do with orders."""

from acme.catalog.api import price_of
from acme.orders._domain import checked


def place(memory, sku, quantity):
    order = {"sku": sku, "quantity": checked(quantity), "cents": price_of(sku, quantity)}
    return memory.keep(order)
