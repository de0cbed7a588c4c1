"""Prices with the database in hand: the first planted fault."""


def price(sku):
    from shop.infra.database import cents_of

    return cents_of(sku)
