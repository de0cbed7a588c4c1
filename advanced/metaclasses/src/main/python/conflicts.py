"""Two metaclasses cannot meet in one class; two `__init_subclass__` can."""

from __future__ import annotations

from abc import ABC, ABCMeta, abstractmethod
from enum import Enum
from types import new_class
from typing import Any, ClassVar, Protocol


class RegistryMeta(type):
    """Registers the classes that it makes."""

    made: ClassVar[list[str]] = []

    def __init__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> None:
        RegistryMeta.made.append(name)


class RegisteredByMeta(metaclass=RegistryMeta):
    pass


class Registered:
    """The same by `__init_subclass__`."""

    made: ClassVar[list[str]] = []

    def __init_subclass__(cls, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        Registered.made.append(cls.__name__)


class Audited:
    """Another team's base class, with a list of its own."""

    made: ClassVar[list[str]] = []

    def __init_subclass__(cls, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        Audited.made.append(cls.__name__)


class Tagged:
    """A third team's, which takes a keyword, and stands last: it calls nobody."""

    made: ClassVar[list[str]] = []

    def __init_subclass__(cls, tag: str) -> None:
        Tagged.made.append(tag)


class ForgetsSuper:
    """As `Registered`, but it does not call `super()`."""

    made: ClassVar[list[str]] = []

    def __init_subclass__(cls, **keywords: Any) -> None:
        ForgetsSuper.made.append(cls.__name__)


class Sender(Protocol):
    def send(self, message: str) -> None: ...


class Plain:
    pass


BASES = {"ABC": ABC, "Enum": Enum, "a protocol": Sender, "a plain class": Plain}


def metaclasses() -> list[bool]:
    """Whether each of these bases has a metaclass of its own."""
    return [type(base) is not type for base in BASES.values()]


def beside(registered: str) -> dict[str, list[str] | str]:
    """What becomes of `class Email(registered, other)`, for each other base class."""
    mine = globals()[registered]
    return {name: registers([mine, other]) for name, other in BASES.items()}


def registers(bases: list[type], **keywords: Any) -> list[str] | str:
    """Who registers a class with these bases, or how the class is refused."""
    registries = RegistryMeta, Registered, Audited, Tagged, ForgetsSuper
    for registry in registries:
        registry.made.clear()
    try:
        new_class("Email", tuple(bases), keywords)
    except TypeError as error:
        return type(error).__name__
    return [registry.__name__ for registry in registries if registry.made == ["Email"]]


class BothMeta(RegistryMeta, ABCMeta):
    """The one way to have both: a metaclass derived from both."""


def derived() -> list[Any]:
    """Whether it registers, and whether it still refuses to instantiate an abstract class."""

    class Channel(RegisteredByMeta, ABC, metaclass=BothMeta):
        @abstractmethod
        def send(self, message: str) -> None: ...

    registered = registers([RegisteredByMeta, ABC], metaclass=BothMeta)
    return [registered, instance_of(Channel), instance_of(Plain)]


def instance_of(cls: type) -> str:
    try:
        return type(cls()).__name__
    except TypeError as error:
        return type(error).__name__


def chained(*bases: str, **keywords: str) -> list[str] | str:
    return registers([globals()[each] for each in bases], **keywords)


def with_a_keyword() -> list[str] | str:
    """Three hooks in a row; the keyword is for the last."""
    return chained("Registered", "Audited", "Tagged", tag="Email")


if __name__ == "__main__":
    print("by a metaclass, beside:", beside("RegisteredByMeta"))
    print("by __init_subclass__, beside:", beside("Registered"))
    print("a metaclass derived from both:", derived())
    print("two __init_subclass__:", chained("Registered", "Audited"))
    print("... the first without super():", chained("ForgetsSuper", "Audited"))
