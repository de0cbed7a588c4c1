"""The way in from another process: JSON as Python reads it."""

from decimal import Decimal
from typing import Any

from orders.canonical import canonical
from orders.domain.cart import Cart, Catalogue, Line
from orders.domain.pricing import quote


def quotes(carts: list[dict[str, Any]], catalogue: dict[str, Any]) -> list[str]:
    vat = {country: Decimal(rate) for country, rate in catalogue["vat"].items()}
    prices = Catalogue(catalogue["products"], vat)
    return [canonical(quote(cart(each), prices)) for each in carts]


def cart(data: dict[str, Any]) -> Cart:
    lines = (Line(line["sku"], line["quantity"]) for line in data["lines"])
    return Cart(data["country"], tuple(lines))
