"""One object for each call of a class: by `__new__`, by a metaclass, by a cached function."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from threading import Barrier

from registries import calls

loads: Counter[str] = Counter()  # of settings, by the name of their class


class ByNew:
    only: ByNew | None = None

    def __new__(cls):
        if cls.only is None:
            cls.only = super().__new__(cls)
        return cls.only

    def __init__(self):
        loads[type(self).__name__] += 1


class OnlyOne(type):
    def __call__(cls, *arguments, **keywords):
        if "only" not in vars(cls):  # a subclass has one of its own
            cls.only = super().__call__(*arguments, **keywords)
        return cls.only


class ByCall(metaclass=OnlyOne):
    def __init__(self):
        loads[type(self).__name__] += 1


class Plain:
    def __init__(self):
        loads[type(self).__name__] += 1


WAYS = {"__new__": ByNew, "__call__": ByCall, "plain": Plain}


def new_settings(way: str) -> type:
    """A class of its own for each measurement, so that none finds another's object."""
    return type(WAYS[way])("Settings", (WAYS[way],), {})


def cached_function() -> Callable[[], object]:
    plain = new_settings("plain")

    @cache
    def settings():
        return plain()

    return settings


def three_calls(way: str) -> dict[str, int]:
    """How often `__init__` ran in three calls, and of how many objects."""
    make = cached_function() if way == "function" else new_settings(way)
    loads.clear()
    made = [make() for _ in range(3)]
    return {"loads": loads["Settings"], "objects": len({id(each) for each in made})}


def subclass_after(way: str) -> str:
    """What a subclass gives, once its parent has made its object."""
    settings = new_settings(way)
    settings()
    return type(type(settings)("TestSettings", (settings,), {})()).__name__


def calls_of_a_later_call() -> dict[str, int]:
    """Python functions that a call runs when the one object is there."""
    made = {way: new_settings(way) for way in WAYS}
    for settings in made.values():
        settings()
    return {way: calls(settings) for way, settings in made.items()}


def with_arguments() -> list[str | int]:
    """What the one object was made with: the arguments of the first call."""

    class Limits(metaclass=OnlyOne):
        def __init__(self, name: str, seconds: int) -> None:
            self.given = [name, seconds]

    Limits("mail", seconds=20)
    return Limits("text", seconds=30).given


def first_calls_in_two_threads(way: str) -> int:
    """How many objects two threads make: each waits in `__init__` until both have got there."""
    meeting = Barrier(2)

    class Shared(WAYS[way]):
        def __init__(self) -> None:
            meeting.wait(timeout=20)

    make = cache(Shared) if way == "plain" else Shared
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda _: make(), range(2)))
    made.append(make())  # no third one: from now on there is one to give
    return len({id(each) for each in made})


class WithoutCall(type):
    """A metaclass without `__call__`."""


class PassingOn(type):
    def __call__(cls, *arguments):
        return super().__call__(*arguments)


class Opened:
    def __init__(self):
        """What each class of the next measurement inherits."""


def calls_per_object() -> dict[str, int]:
    """Python functions that a call of the class runs: no metaclass, one, one with `__call__`."""
    made = {meta.__name__: meta("Sms", (Opened,), {}) for meta in (type, WithoutCall, PassingOn)}
    return {name: calls(cls) for name, cls in made.items()}


if __name__ == "__main__":
    for way in "__new__", "__call__", "function":
        print(f"{way}, three calls:", three_calls(way))
    print("a subclass gives:", subclass_after("__new__"), subclass_after("__call__"))
    print("Python calls per object:", calls_per_object())
    print("Python calls of a later call:", calls_of_a_later_call())
    print("objects of two threads:", first_calls_in_two_threads("__call__"))
