"""What only a metaclass sees or answers, beside the same tried with each other hook."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def seen_of_two() -> dict[str, list[str]]:
    """Which of two objects, assigned to one name in a class body, each hook gets to see."""
    seen: dict[str, list[str]] = {}

    class Rate:
        def __init__(self, text: str) -> None:
            self.text = text

        def __set_name__(self, owner: type, name: str) -> None:
            seen.setdefault("__set_name__", []).append(self.text)

    class Watching(dict[str, Any]):
        def __setitem__(self, name: str, value: Any) -> None:
            if isinstance(value, Rate):
                seen.setdefault("__prepare__", []).append(value.text)
            super().__setitem__(name, value)

    def note(hook: str, namespace: Any) -> None:
        seen[hook] = [value.text for value in namespace.values() if isinstance(value, Rate)]

    class Meta(type):
        @classmethod
        def __prepare__(mcs, name: str, bases: tuple[type, ...]) -> Watching:
            return Watching()

        def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
            note("__new__", namespace)
            return super().__new__(mcs, name, bases, namespace)

    class Channel:
        def __init_subclass__(cls) -> None:
            note("__init_subclass__", vars(cls))

    def decorator(cls: type) -> type:
        note("decorator", vars(cls))
        return cls

    @decorator
    class Email(Channel, metaclass=Meta):
        rate = Rate("first")
        rate = Rate("second")  # noqa: PIE794 - this is what it is about

    return seen


class ChannelType(type):
    """Answers for the classes that it makes, as any class answers for its objects."""

    def __len__(cls) -> int:
        return len(cls.kinds)

    def __iter__(cls) -> Any:
        return iter(cls.kinds)

    def __getattr__(cls, name: str) -> str:
        return f"no channel called {name}"

    def count(cls) -> int:
        return len(cls.kinds)


class Channel(metaclass=ChannelType):
    kinds = ("email", "sms")


class ByClassMethods:
    kinds = ("email", "sms")

    @classmethod
    def __len__(cls) -> int:
        return len(cls.kinds)

    @classmethod
    def __iter__(cls) -> Any:
        return iter(cls.kinds)

    @classmethod
    def __getattr__(cls, name: str) -> str:
        return f"no channel called {name}"

    @classmethod
    def count(cls) -> int:
        return len(cls.kinds)

    def __class_getitem__(cls, index: int) -> str:
        return cls.kinds[index]  # the one exception: made for list[int], needs no metaclass


def given_methods(cls: type) -> type:
    """Gives a finished class the same methods: all that the later hooks can do."""
    for name in "__len__", "__iter__", "__getattr__", "count":
        setattr(cls, name, classmethod(vars(ChannelType)[name]))
    return cls


class ByInitSubclass:
    def __init_subclass__(cls) -> None:
        given_methods(cls)


class Inheriting(ByInitSubclass):
    kinds = ("email", "sms")


@given_methods
class Decorated:
    kinds = ("email", "sms")


CLASSES = Channel, ByClassMethods, Inheriting, Decorated
QUESTIONS: dict[str, Callable[[Any], Any]] = {
    "len": len,
    "list": list,
    "count": lambda asked: asked.count(),
    "fax": lambda asked: asked.fax,
    "item": lambda asked: asked[0],
    "by hand": lambda asked: [asked.__len__(), [*asked.__iter__()], asked.__getattr__("fax")],
}


def answers(question: str, of_an_object: bool) -> list[Any]:
    """What each of the four classes answers, or an object of it."""
    return [answer(question, cls() if of_an_object else cls) for cls in CLASSES]


def answer(question: str, asked: Any) -> Any:
    try:
        return QUESTIONS[question](asked)
    except (AttributeError, TypeError) as error:
        return type(error).__name__


if __name__ == "__main__":
    print("of two assignments of one name, seen by:", seen_of_two())
    for question in QUESTIONS:
        print(f"{question} of the class:", answers(question, False))
