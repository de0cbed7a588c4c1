# ruff: noqa
"""Ten functions of an order desk, a defect in each."""

KEPT, RATE, RULES = [], 16, {"half": 50}


def fetch(number):
    return {"number": number, "total": 1999}


def added(sku, cart=[]):
    """Remembers what the last caller added."""
    cart.append(sku)
    return cart


def evaluated(rule):
    """Runs whatever stands in the customer's rule."""
    return eval(rule, RULES)


def shipping(weight):
    """The branch that nobody runs has a name that nobody defined."""
    if weight > 30:
        return surchrage
    return 490


def discount(cents):
    """Was to begin at 500 cents, and no example buys for nothing."""
    if cents > 0:
        cents -= 10
    return cents


def split(total, n):
    """Loses the cents that cannot be divided."""
    return [total // n] * n


def refund(cents):
    """Gives back a cent less."""
    return cents - 1


def totals(numbers):
    """Asks for each order by itself."""
    return [fetch(number)["total"] for number in numbers]


def logged(number):
    """Keeps every line for ever."""
    KEPT.append(f"order {number} " * 100)
    return number


def quantity(text: str) -> int:
    """Says that it returns a number."""
    return text


def tax(net):
    """The rate is that of 2020."""
    return net * RATE // 100
