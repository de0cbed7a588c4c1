"""What a class stores for three kinds of method, and what a lookup makes of each."""


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
        return text.replace(".", "", 1).isdigit()


class Discount(Price):
    """Inherits all three."""


def looked_up(name):
    """The kinds of object that are stored, that come from the class, and from an instance."""
    found = (Price.__dict__[name], getattr(Discount, name), getattr(Discount(250), name))
    return [type(each).__name__ for each in found]


def bound_to(name):
    """What the method has already been given, when it comes from the class and from an instance."""
    discount = Discount(250)
    given = [getattr(getattr(found, name), "__self__", None) for found in (Discount, discount)]
    return [
        "the instance" if each is discount else getattr(each, "__name__", None) for each in given
    ]


def parsed():
    return type(Discount.parse("2.50")).__name__


def read_twice():
    price = Price(250)
    return {"same": price.plus is price.plus, "equal": price.plus == price.plus}


def callable_as_stored():
    return [callable(Price.__dict__[name]) for name in ("plus", "parse", "is_valid")]


if __name__ == "__main__":
    for name in ("plus", "parse", "is_valid"):
        print(f"{name:8} stored, from the class, from an instance:", looked_up(name))
        print(f"{'':8} bound to, from the class, from an instance:", bound_to(name))
    print('Discount.parse("2.50") makes a', parsed())
    print("price.plus read twice:", read_twice())
    print("callable as stored:", callable_as_stored())
