"""One parameter more, with a default: the old call still runs, and one price is wrong."""

import inspect


def price(sku, quantity=1):
    return 1999 * quantity


def price_in_front(sku, currency="EUR", quantity=1):
    return 1999 * quantity


def price_by_name(sku, quantity=1, *, currency="EUR"):
    return 1999 * quantity


for version in price, price_in_front, price_by_name:
    print(f"{version.__name__}{inspect.signature(version)}")
    print("    an old call for 3 lamps:", version("LAMP", 3))
