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


def echo(*arguments):
    return arguments


class Label(str):
    clean = str.strip  # a built-in type's method: has __get__
    size = len  # a built-in function: has none
    plain = echo
    counted = Counted(echo)
    counted_method = CountedMethod(echo)
    show = partial(echo, "kWh")
    static_show = staticmethod(partial(echo, "kWh"))


def outcome(act):
    try:
        return act()
    except TypeError as refused:
        return type(refused).__name__


def called():
    """What comes of each call, and at the end how many calls the three decorators have counted."""
    meter, label = Meter(), Label(" Hall ")
    return {
        "function": outcome(rate),
        "__call__ only": outcome(meter.read),
        "__call__ only, given the meter": outcome(lambda: meter.read(meter)),
        "__get__ too": outcome(meter.read_again),
        "__get__ too, from the class": outcome(lambda: Meter.read_again(meter)),
        "str.strip": outcome(label.clean),
        "len": outcome(label.size),
        "len, given the label": outcome(lambda: label.size(label)),
        "counted": [getattr(each, "calls", 0) for each in (rate, Meter.read, Meter.read_again)],
    }


def received(text, *names):
    """What these callables in Label are given, each called through a label without arguments."""
    return [getattr(Label(text), name)() for name in names]


if __name__ == "__main__":
    for what, came_of_it in called().items():
        print(f"{what:30}", came_of_it)
    for name in ("plain", "counted", "counted_method", "show", "static_show"):
        print(f"{name:30} is given {received('Hall', name)[0]}")
