"""What other distributions may import."""

from acme.orders.api import Memory, place
from acme.web._parts import parts

__all__ = ["page"]


def page(sku, quantity):
    order = place(Memory(), sku, quantity)
    return ", ".join(part(order) for part in parts())
