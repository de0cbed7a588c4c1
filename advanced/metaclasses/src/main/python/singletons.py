"""One object for each call of a class: by `__new__`, by a metaclass, by a cached function."""

from __future__ import annotations

from functools import cache

from registries import calls


class ByNew:
    loads = 0
    only: ByNew | None = None

    def __new__(cls):
        if cls.only is None:
            cls.only = super().__new__(cls)
        return cls.only

    def __init__(self):
        type(self).loads += 1


class OnlyOne(type):
    def __call__(cls, *arguments):
        if "only" not in vars(cls):  # a subclass has one of its own
            cls.only = super().__call__(*arguments)
        return cls.only


class ByCall(metaclass=OnlyOne):
    loads = 0

    def __init__(self):
        type(self).loads += 1


class Plain:
    loads = 0

    def __init__(self):
        type(self).loads += 1


@cache
def settings() -> Plain:
    return Plain()


WAYS = {
    "__new__": (ByNew, ByNew),
    "__call__": (ByCall, ByCall),
    "function": (settings, Plain),
    "plain": (Plain, Plain),
}


def three_calls(way: str) -> dict[str, int]:
    """How often `__init__` runs in three calls, and of how many objects."""
    make, cls = WAYS[way]
    before = cls.loads
    made = [make() for _ in range(3)]
    return {"loads": cls.loads - before, "objects": len({id(each) for each in made})}


def subclass_after(way: str) -> str:
    """What a subclass gives, once its parent has made its object."""
    _, parent = WAYS[way]
    parent()
    return type(type("TestSettings", (parent,), {})()).__name__


class Silent(type):
    """A metaclass without `__call__`."""


class Passing(type):
    def __call__(cls, *arguments):
        return super().__call__(*arguments)


def calls_per_object() -> dict[str, int]:
    """Python functions that a call of the class runs: no metaclass, one, one with `__call__`."""
    made = {meta.__name__: meta("Sms", (Plain,), {}) for meta in (type, Silent, Passing)}
    return {name: calls(cls) for name, cls in made.items()}


if __name__ == "__main__":
    for way in "__new__", "__call__", "function":
        print(f"{way}, three calls:", three_calls(way))
    print("a subclass gives:", subclass_after("__new__"), subclass_after("__call__"))
    print("Python calls per object:", calls_per_object())
