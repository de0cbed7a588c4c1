"""A helpful conversion on the way to Java."""


def reserve(shop, quantity):
    return shop.reserve("LAMP", int(quantity))
