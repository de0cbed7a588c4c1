"""What other distributions may import."""

from acme.orders._adapters import Memory
from acme.orders._application import place
from acme.orders._domain import Order

__all__ = ["Memory", "Order", "place", "summary"]


def summary(order: Order) -> str:
    return f"{order['quantity']} x {order['sku']}"
