"""Goes to the database through a third module: a fault that the rule of its layer does not name."""

from shop.prices import cents_of


def price(sku):
    return cents_of(sku)
