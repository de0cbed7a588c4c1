"""The same ten functions without their defects: no tool reports one."""

RATE, RULES = 19, {"half": 50}


def fetch(*numbers):
    return [{"number": number, "total": 1999} for number in numbers]


def added(sku, cart=None):
    return [*(cart or []), sku]


def evaluated(rule):
    return RULES[rule]


def shipping(weight):
    return 990 if weight > 30 else 490


def discount(cents):
    return cents - 10 if cents >= 500 else cents


def split(total, n):
    return [total // n + (place < total % n) for place in range(n)]


def refund(cents):
    return cents


def totals(numbers):
    return [order["total"] for order in fetch(*numbers)]


def logged(number):
    return number


def quantity(text) -> int:
    return int(text)


def tax(net):
    return net * RATE // 100
