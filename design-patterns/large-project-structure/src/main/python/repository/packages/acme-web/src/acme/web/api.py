"""What other distributions may import."""

from acme.orders.api import Memory, place
from acme.web._parts import parts

__all__ = ["page"]


def page(sku: str, quantity: int) -> str:
    order = place(Memory(), sku, quantity)
    return ", ".join(part(order) for part in parts())
