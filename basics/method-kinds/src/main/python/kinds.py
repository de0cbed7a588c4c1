"""What a class stores for three kinds of method, and what a lookup makes of each."""

import re


class Price:
    def __init__(self, cents):
        self.cents = cents

    def plus(self, other):
        return type(self)(self.cents + other.cents)

    @classmethod
    def parse(cls, text):
        whole, cents = text.split(".")
        return cls(100 * int(whole) + int(cents))

    @staticmethod
    def is_valid(text):
        return re.fullmatch(r"\d+\.\d\d", text) is not None


class Discount(Price):
    """Inherits all three."""


METHODS = ("plus", "parse", "is_valid")


def looked_up():
    """The kinds of object that are stored, that come from the class, and from an instance."""
    found = {
        "stored": vars(Price).get,
        "from the class": lambda name: getattr(Discount, name),
        "from an instance": lambda name: getattr(Discount(250), name),
    }
    return {where: [type(get(name)).__name__ for name in METHODS] for where, get in found.items()}


def received(name):
    """What a method has been given before any argument: through an instance, through the class."""
    return {
        each.__name__: [receiver(found, name) for found in (each(250), each)]
        for each in (Price, Discount)
    }


def receiver(found, name):
    given = getattr(getattr(found, name), "__self__", None)
    if isinstance(given, type):
        return f"the class {given.__name__}"
    return "the instance" if given is found else "nothing"


def called():
    """What calls make, through an instance and through a class."""
    discount, price = Discount(200), Price(5)
    made = {
        "discount.plus(price)": discount.plus(price),
        "Discount.plus(discount, price)": Discount.plus(discount, price),
        "Discount.parse": Discount.parse("2.05"),
        "discount.parse": discount.parse("2.05"),
        "Price.parse": Price.parse("2.05"),
    }
    valid = {"Price.is_valid": Price.is_valid("2.05"), "price.is_valid": price.is_valid("2.5")}
    return {call: f"{type(each).__name__} {each.cents}" for call, each in made.items()} | valid


def written_in():
    """The classes in whose bodies each method is written, of all that a Discount inherits from."""
    return [[each.__name__ for each in Discount.__mro__ if name in vars(each)] for name in METHODS]


def looked_up_twice():
    """Whether two lookups give the same object, and whether they give equal ones."""
    price, as_dear = (Price(250) for _ in range(2))
    pairs = {
        "price.plus": (price.plus, price.plus),
        "price.plus of two prices": (price.plus, as_dear.plus),
        "Price.plus": (Price.plus, Price.plus),
        "Price.parse": (Price.parse, Price.parse),
        "price.is_valid": (price.is_valid, price.is_valid),
    }
    return {what: [one is other, one == other] for what, (one, other) in pairs.items()}


if __name__ == "__main__":
    for where, kinds in looked_up().items():
        print(f"{', '.join(METHODS)}, {where}: {kinds}")
    for name in METHODS:
        print(f"{name} has been given, through an instance and the class: {received(name)}")
    print(called())
    for what, (same, equal) in looked_up_twice().items():
        print(f"{what:24} looked up twice: the same {same}, equal {equal}")
