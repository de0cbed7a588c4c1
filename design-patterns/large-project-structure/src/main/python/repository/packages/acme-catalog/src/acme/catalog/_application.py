"""What one can ask the catalogue."""

from acme.catalog._domain import known
from acme.money.api import total


def price(prices: dict[str, int], sku: str, quantity: int) -> int:
    return total([prices[known(prices, sku)]] * quantity)
