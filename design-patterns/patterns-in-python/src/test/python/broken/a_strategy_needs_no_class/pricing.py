"""The rule that is a function gives less than the class: it rounds each line down to whole thirds."""


def three_for_two(cart):
    return sum(pieces * cents * 2 // 3 for _, pieces, cents in cart)
