"""One registry of channels in four ways: what each registers, and what each costs."""

from __future__ import annotations

import dis
import sys
from abc import ABC
from collections.abc import Callable
from dataclasses import dataclass
from types import new_class
from typing import Any, NamedTuple

registry: list[type] = []


class Registering(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if bases:  # ByMetaclass itself, which has none, is no channel
            registry.append(cls)


class ByMetaclass(metaclass=Registering):
    pass


class ByInitSubclass:
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        registry.append(cls)


class Registration:
    """Registers the class in whose body it stands: `registration = Registration()`."""

    def __set_name__(self, owner, name):
        registry.append(owner)


def registered(cls):
    registry.append(cls)
    return cls


class Way(NamedTuple):
    """What a class needs to be registered."""

    bases: tuple[type, ...] = ()
    body: tuple[tuple[str, Any], ...] = ()
    decorator: Callable[[type], type] | None = None


WAYS = {
    "none": Way(),
    "metaclass": Way(bases=(ByMetaclass,)),
    "__init_subclass__": Way(bases=(ByInitSubclass,)),
    "__set_name__": Way(body=(("registration", Registration()),)),
    "decorator": Way(decorator=registered),
}


def opened(self) -> None:
    """What each class has for `__init__`."""


def email(way: Way, *others: type, inner: Callable[[type], type] | None = None) -> type:
    """A class of this way; `inner` is a decorator that stands below the way's own."""
    body = {"__init__": opened, **dict(way.body)}
    cls = new_class("Email", (*way.bases, *others), {}, lambda names: names.update(body))
    cls = inner(cls) if inner else cls
    return way.decorator(cls) if way.decorator else cls


def calls(work: Callable[[], Any]) -> int:
    """How many Python functions are called while this one runs."""
    called = []
    sys.setprofile(lambda frame, event, _: called.append(frame) if event == "call" else None)
    try:
        work()
    finally:
        sys.setprofile(None)
    return len(called)


def three_calls() -> int:
    """What `calls` counts for a function that calls another one twice."""

    def once() -> None:
        """Is called."""

    def twice() -> None:
        once()
        once()

    return calls(twice)


def has_the_shortcut(cls: type, arguments: str = "") -> bool | None:
    """Whether CPython, once it is warm, makes the objects without going through the metaclass."""
    if sys.implementation.name != "cpython":
        return None
    names = {"cls": cls}
    exec(f"def make(): return cls({arguments})", names)  # a call of its own for each measurement
    for _ in range(1000):
        names["make"]()
    instructions = dis.get_instructions(names["make"], adaptive=True)
    return "CALL_ALLOC_AND_ENTER_INIT" in [each.opname for each in instructions]


def calls_of_an_object() -> int:
    return calls(email(WAYS["none"]))


def summary(name: str) -> dict[str, Any]:
    way, none = WAYS[name], WAYS["none"]
    registry.clear()
    cls = email(way)
    new_class("HtmlEmail", (cls,))
    return {
        "registered": [each.__name__ for each in registry],
        "calls per class": calls(lambda: email(way)) - calls(lambda: email(none)),
        "calls per object": calls(cls) - calls(email(none)),
        "beside an ABC": beside_an_abc(way),
        "made twice": made_twice_by_dataclass(way),
        "shortcut": has_the_shortcut(email(way)),
    }


def beside_an_abc(way: Way) -> list[str] | str:
    registry.clear()
    try:
        email(way, ABC)
    except TypeError as error:
        return type(error).__name__
    return [each.__name__ for each in registry]


def made_twice_by_dataclass(way: Way) -> list[bool]:
    """Whether each registered class is the class in use: to add slots, a dataclass makes two."""
    registry.clear()
    in_use = email(way, inner=dataclass(slots=True))
    return [each is in_use for each in registry]


def abc_has_the_shortcut() -> bool | None:
    return has_the_shortcut(email(WAYS["none"], ABC))


class NoInit:
    pass


class OwnNew:
    def __new__(cls):
        return super().__new__(cls)

    def __init__(self):
        """As `opened`."""


class AnyNumber:
    def __init__(self, *recipients):
        """Not a simple one, by its parameters."""


class Optional:
    def __init__(self, retries):
        """Called with a keyword, or without one."""


def other_shortcuts() -> dict[str, bool | None]:
    """Whose metaclass is `type`, too."""
    return {
        "no __init__": has_the_shortcut(NoInit),
        "own __new__": has_the_shortcut(OwnNew),
        "any number of arguments": has_the_shortcut(AnyNumber),
        "an argument": has_the_shortcut(Optional, "1"),
        "a keyword": has_the_shortcut(Optional, "retries=1"),
    }


def calls_by_dataclass() -> int:
    cls = email(WAYS["none"])
    return calls(lambda: dataclass(cls))


if __name__ == "__main__":
    for way in WAYS:
        print(f"{way}:", summary(way))
    print("the shortcut for an ABC:", abc_has_the_shortcut())
    print("the shortcut for other classes:", other_shortcuts())
    print("calls by @dataclass, for one class:", calls_by_dataclass())
