"""The way in from a Java host: records, whose components are methods."""

from decimal import Decimal
from typing import Any

from orders.canonical import canonical
from orders.domain.cart import Cart, Catalogue, Line
from orders.domain.pricing import quote


def pricing(products: Any, taxes: Any) -> Any:
    """A function that prices a Java cart by these Java records."""
    cents = {product.sku(): product.cents() for product in products}
    vat = {tax.country(): Decimal(tax.rate()) for tax in taxes}
    catalogue = Catalogue(cents, vat)
    return lambda order: canonical(quote(cart(order), catalogue))


def cart(order: Any) -> Cart:
    lines = (Line(line.sku(), line.quantity()) for line in order.lines())
    return Cart(order.country(), tuple(lines))
