"""Callables in a class body: which of them are methods, and which never hear of `self`."""

from functools import partial
from types import MethodType


class Counted:
    """A decorator written as a class, right for functions."""

    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *arguments):
        self.calls += 1
        return self.function(*arguments)


class CountedMethod(Counted):
    """The same with `__get__`, right for methods too."""

    def __get__(self, instance, owner=None):
        return self if instance is None else MethodType(self, instance)


def given(*arguments):
    return [type(argument).__name__ for argument in arguments]


@Counted
def rate():
    return 30


class Meter:
    @Counted
    def read(self):
        return 42

    @CountedMethod
    def read_again(self):
        return 42

    in_kwh = partial(given, "kWh")


class Label(str):
    clean = str.strip  # a built-in type's method: has __get__
    size = len  # a built-in function: has none


def outcome(act):
    try:
        return act()
    except TypeError as refused:
        return type(refused).__name__


def called():
    meter, label = Meter(), Label(" Hall ")
    return {
        "function": outcome(rate),
        "__call__ only": outcome(meter.read),
        "__get__ too": outcome(meter.read_again),
        "str.strip": outcome(label.clean),
        "len": outcome(label.size),
        "partial": outcome(meter.in_kwh),
    }


if __name__ == "__main__":
    for what, came_of_it in called().items():
        print(f"{what:14}", came_of_it)
