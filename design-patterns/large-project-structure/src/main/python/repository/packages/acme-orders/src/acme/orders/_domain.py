"""The rules of an order."""


def checked(quantity):
    if quantity < 1:
        raise ValueError(quantity)
    return quantity
