"""The rule that is a function gives away a third of any line."""


def three_for_two(cart):
    return sum(pieces * cents * 2 // 3 for _, pieces, cents in cart)
