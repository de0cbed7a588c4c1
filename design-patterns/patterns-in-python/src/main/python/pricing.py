"""Price rules as functions. A cart is a list of lines: SKU, pieces, cents of one piece."""

from collections.abc import Callable

Cart = list[tuple[str, int, int]]
PriceRule = Callable[[Cart], int]


def list_price(cart):
    return sum(pieces * cents for _, pieces, cents in cart)


def bulk(cart):
    """A tenth off each line of ten pieces or more."""
    return sum(pieces * cents * (9 if pieces >= 10 else 10) // 10 for _, pieces, cents in cart)


def three_for_two(cart):
    return sum((pieces - pieces // 3) * cents for _, pieces, cents in cart)


def voucher(cart):  # new rule
    return max(list_price(cart) - 500, 0)


def percent_off(percent):
    """A rule with a parameter is what a function returns."""
    return lambda cart: list_price(cart) * (100 - percent) // 100


def invoice(cart, rule=list_price):
    net = rule(cart)
    return {"net": net, "vat": net * 19 // 100}


if __name__ == "__main__":
    cart = [("LAMP", 12, 4999), ("DESK", 1, 29900)]
    for rule in list_price, bulk, three_for_two, voucher, percent_off(15):
        print(rule.__name__, invoice(cart, rule))
