"""The same ten functions, in the same form, without their defects."""

RATE, RULES = 19, {"half": 50}


def fetch(*numbers):
    return [{"number": number, "total": 1999} for number in numbers]


def added(sku, cart=None):
    return [*(cart or []), sku]


def evaluated(rule):
    return RULES[rule]


def shipping(weight):
    if weight > 30:
        return 990
    return 490


def discount(cents):
    if cents >= 500:
        cents -= 10
    return cents


def split(total, n):
    return [total // n + (place < total % n) for place in range(n)]


def refund(cents):
    return cents


def totals(numbers):
    return [order["total"] for order in fetch(*numbers)]


def logged(number):
    return number


def quantity(text: str) -> int:
    return int(text)


def tax(net):
    return net * RATE // 100
