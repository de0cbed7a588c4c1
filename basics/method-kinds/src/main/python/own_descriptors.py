"""The three kinds, written again in Python, and experiments that the originals pass, too."""

from types import MethodType


class Stored:
    """Keeps a function, and leaves lookups alone."""

    def __init__(self, function):
        self.function = function


class Method(Stored):
    def __get__(self, instance, owner=None):
        return self.function if instance is None else MethodType(self.function, instance)


class ClassMethod(Stored):
    def __get__(self, instance, owner=None):
        return MethodType(self.function, type(instance) if owner is None else owner)


class StaticMethod(Stored):
    def __get__(self, instance, owner=None):
        return self.function


KINDS = {
    "own": (Method, ClassMethod, StaticMethod),
    "built in": (lambda function: function, classmethod, staticmethod),
    "without __get__": (Stored, Stored, Stored),
}
METHODS = ("plus", "parse", "is_valid")


def classes(kinds):
    method, class_method, static_method = KINDS[kinds]

    class Price:
        def __init__(self, cents):
            self.cents = cents

        @method
        def plus(self, other):
            return type(self)(self.cents + other.cents)

        @class_method
        def parse(cls, text):
            return cls(int(text))

        @static_method
        def is_valid(text):
            return text.isdecimal()

        @property
        def in_cents(self):
            return self.cents

    class Discount(Price):
        def __bool__(self):
            return False

        @class_method
        def parse(cls, text):
            return super().parse(text.lstrip("-"))

    return Price, Discount


def looked_up(kinds):
    """What comes from the class, from an instance, and from one that is false."""
    price_class, discount_class = classes(kinds)
    return [
        [type(getattr(found, name)).__name__ for name in METHODS]
        for found in (price_class, price_class(250), discount_class(50))
    ]


def patched(kinds):
    """What an instance answers that has own attributes named like its methods and its property."""
    price_class, _ = classes(kinds)
    price, names = price_class(250), (*METHODS, "in_cents")
    vars(price).update(dict.fromkeys(names, "its own"))
    return [getattr(price, name) for name in names]


def called(kinds):
    """What calls make: through an instance, through a class, and by hand."""
    price_class, discount_class = classes(kinds)
    price, discount = price_class(250), discount_class(50)
    plus, parse, is_valid = (vars(price_class)[name].__get__ for name in METHODS)
    made = {
        "plus": (discount.plus(price), price_class.plus(price, discount), plus(discount)(price)),
        "parse": (discount.parse("-5"), discount_class.parse("-5"), parse(discount)("7")),
        "parse, by hand, of Price": (parse(discount, price_class)("7"),),
    }
    return {
        **{name: [f"{type(each).__name__} {each.cents}" for each in made[name]] for name in made},
        "is_valid": [price.is_valid("-"), price_class.is_valid("12"), is_valid(price)("12")],
        "the same bound method": price.plus is price.plus,
        "is a discount true": bool(discount),
    }


def callable_as_stored(kinds):
    price_class, _ = classes(kinds)
    return [callable(vars(price_class)[name]) for name in METHODS]


def defined():
    """What the three classes define themselves."""
    return [[name for name, each in vars(kind).items() if callable(each)] for kind in KINDS["own"]]


if __name__ == "__main__":
    for kinds in ("own", "built in"):
        print(f"{kinds}: from the class, an instance, a false one: {looked_up(kinds)}")
        print(f"{kinds}: with attributes of the same names, an instance: {patched(kinds)}")
        print(f"{kinds}: {called(kinds)}")
        print(f"{kinds}, callable as stored: {callable_as_stored(kinds)}")
