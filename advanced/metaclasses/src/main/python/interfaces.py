"""A channel without a proper `send`: who notices, and when."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from types import new_class
from typing import Any


class AbstractChannel(ABC):
    @abstractmethod
    def send(self, message: str) -> None: ...


class CheckedChannel:
    """Looks at each subclass when it is defined."""

    def __init_subclass__(cls, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        send = getattr(cls, "send", None)
        inspect.signature(send).bind("self", "message")  # a TypeError, if it does not fit


class PlainChannel:
    """Asks nothing of its subclasses."""


class ChannelInADict(AbstractChannel, dict):
    """Its objects are made by `dict.__new__`, which does not look."""


def sends(self, message: str) -> None:
    """As it should be."""


def takes_nothing(self) -> None:
    """Fails when somebody sends a message."""


def takes_two(self, message: str, retries: int) -> None:
    """Fails, too, although it has room for a message."""


BODIES: dict[str, dict[str, Any]] = {
    "missing": {},
    "None": {"send": None},
    "send(self)": {"send": takes_nothing},
    "send(self, message, retries)": {"send": takes_two},
    "send(self, message)": {"send": sends},
}


def noticed(base: str, body: str) -> str:
    """When the first TypeError comes: at the class statement, the first object, the first call."""
    when = "class"
    try:
        cls = new_class("Sms", (globals()[base],), {}, lambda names: names.update(BODIES[body]))
        when = "object"
        sms = cls()
        when = "call"
        sms.send("hello")
    except TypeError:
        return when
    return "never"


def given_late(base: str) -> str:
    """Whether a class can be used that gets its `send` after the class statement."""
    try:
        cls = new_class("Sms", (globals()[base],))
        cls.send = sends
        cls().send("hello")
    except TypeError as error:
        return type(error).__name__
    return "sent"


def registered_afterwards(body: str) -> list[bool | str]:
    """`register` takes a class at its word: isinstance, before and after; what `send` does."""

    Fax = type("Fax", (), BODIES[body])
    before = isinstance(Fax(), AbstractChannel)
    AbstractChannel.register(Fax)
    after = isinstance(Fax(), AbstractChannel)
    try:
        Fax().send("hello")
    except AttributeError as error:
        return [before, after, type(error).__name__]
    return [before, after, "sent"]


if __name__ == "__main__":
    for base in "AbstractChannel", "CheckedChannel":
        print(f"{base}: noticed at the", {body: noticed(base, body) for body in BODIES})
    print("send assigned after the class statement:", given_late("AbstractChannel"))
    print("registered: isinstance before, after; send:", registered_afterwards("missing"))
