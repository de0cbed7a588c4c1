"""What other distributions may import."""

from acme.catalog._adapters import all_prices
from acme.catalog._application import price

__all__ = ["price_of"]


def price_of(sku: str, quantity: int = 1) -> int:
    return price(all_prices(), sku, quantity)
