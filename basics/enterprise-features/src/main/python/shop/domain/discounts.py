"""Goes to the database by a name that is only text: a fault that no reader of imports sees."""

import importlib


def price(sku):
    return importlib.import_module("shop.infra.database").cents_of(sku)
