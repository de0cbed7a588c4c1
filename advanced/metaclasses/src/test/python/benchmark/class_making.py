"""What a class costs by the way it is made, and an object by what its class's metaclass does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

registry: dict[str, type] = {}


class Registering(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        registry[name] = cls


class ByMetaclass(metaclass=Registering):
    pass


class ByInitSubclass:
    def __init_subclass__(cls):
        super().__init_subclass__()
        registry[cls.__name__] = cls


class Registration:
    def __set_name__(self, owner, name):
        registry[owner.__name__] = owner


def registered(cls):
    registry[cls.__name__] = cls
    return cls


class Plain:
    pass


def plain():
    class Email(Plain):
        retries: int = 1

        def send(self, message):
            return message

    return Email


def by_metaclass():
    class Email(ByMetaclass):
        retries: int = 1

        def send(self, message):
            return message

    return Email


def by_init_subclass():
    class Email(ByInitSubclass):
        retries: int = 1

        def send(self, message):
            return message

    return Email


def by_set_name():
    class Email(Plain):
        retries: int = 1
        registration = Registration()

        def send(self, message):
            return message

    return Email


def by_decorator():
    @registered
    class Email(Plain):
        retries: int = 1

        def send(self, message):
            return message

    return Email


def by_dataclass():
    @dataclass
    class Email(Plain):
        retries: int = 1

        def send(self, message):
            return message

    return Email


WAYS: dict[str, Callable[[], type]] = {
    each.__name__: each
    for each in (
        plain,
        by_metaclass,
        by_init_subclass,
        by_set_name,
        by_decorator,
        by_dataclass,
    )
}


def classes(way: str, n: int) -> int:
    """Makes so many classes, and drops them; how many they are."""
    make = WAYS[way]
    return sum(make().__name__ == "Email" for _ in range(n))


class Passing(type):
    def __call__(cls, *arguments):
        return super().__call__(*arguments)


class Body:
    """What the three classes whose objects are counted have in common."""

    def __init__(self, retries):
        self.retries = retries


KINDS: dict[str, type] = {
    "plain": type("Email", (Body,), {}),
    "metaclass": Registering("Email", (Body,), {}),
    "__call__": Passing("Email", (Body,), {}),
}


def objects(kind: str, n: int) -> int:
    cls = KINDS[kind]
    total = 0
    for _ in range(n):
        total += cls(1).retries
    return total
