"""The three kinds, written again in Python; experiments try to tell them from the originals."""

from types import MethodType


class Method:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner=None):
        return self.function if instance is None else MethodType(self.function, instance)


class ClassMethod(Method):
    def __get__(self, instance, owner=None):
        return MethodType(self.function, type(instance) if owner is None else owner)


class StaticMethod(Method):
    def __get__(self, instance, owner=None):
        return self.function


def classes(method, class_method, static_method):
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
            return text.isdigit()

    class Discount(Price):
        @class_method
        def parse(cls, text):
            return super().parse(text.lstrip("-"))

    return Price, Discount


def experiments(price_class, discount_class):
    """What the two classes show to somebody who does not know how they were made."""
    names = ("plus", "parse", "is_valid")
    price, discount, changed = price_class(250), discount_class(50), price_class(1)
    made = (discount.plus(price), discount_class.parse("-5"), discount.parse("-5"))
    vars(changed).update(dict.fromkeys(names, "its own"))
    return {
        "from the class": [type(getattr(price_class, name)).__name__ for name in names],
        "from an instance": [type(getattr(price, name)).__name__ for name in names],
        "results": [f"{type(each).__name__} {each.cents}" for each in made],
        "static": [price_class.is_valid("12"), discount.is_valid("-")],
        "by hand": vars(discount_class)["parse"].__get__(discount)("-7").cents,
        "read twice": [price.plus is price.plus, price.plus == price.plus],
        "set on the instance": [getattr(changed, name) == "its own" for name in names],
    }


def own():
    return experiments(*classes(Method, ClassMethod, StaticMethod))


def differences():
    """The experiments in which the built-in ones show something else."""
    builtin = experiments(*classes(lambda function: function, classmethod, staticmethod))
    return [what for what, shown in own().items() if shown != builtin[what]]


if __name__ == "__main__":
    for what, shown in own().items():
        print(f"{what:20}", shown)
    print("the built-in ones differ in:", differences())
