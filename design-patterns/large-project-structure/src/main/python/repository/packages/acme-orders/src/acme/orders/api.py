"""What other distributions may import."""

from acme.orders._adapters import Memory
from acme.orders._application import place

__all__ = ["Memory", "place", "summary"]


def summary(order):
    return f"{order['quantity']} x {order['sku']}"
