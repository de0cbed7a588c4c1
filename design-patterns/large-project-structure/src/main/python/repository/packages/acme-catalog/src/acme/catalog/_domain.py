"""What an item is."""


def known(prices: dict[str, int], sku: str) -> str:
    if sku not in prices:
        raise LookupError(sku)
    return sku
