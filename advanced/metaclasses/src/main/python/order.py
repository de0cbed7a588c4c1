"""What a class statement runs, and what calling its class runs, in which order."""

from __future__ import annotations

from collections.abc import Callable
from types import new_class
from typing import Any


class Log:
    """Notes each hook that runs, and which of them were given the class line's `key`."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.given_the_key: list[str] = []

    def note(self, event: str, keywords: dict[str, str] | None = None) -> None:
        self.events.append(event)
        if keywords and keywords.get("key") == "email":
            self.given_the_key.append(event)

    def hooks(self) -> tuple[type, type, Callable[[str], Any]]:
        """A metaclass, a base class, and a class of attributes that write into this log."""
        note = self.note

        class Meta(type):
            @classmethod
            def __prepare__(mcs, name, bases, **keywords):
                note("__prepare__", keywords)
                return {}

            def __new__(mcs, name, bases, namespace, **keywords):
                note("__new__ begins", keywords)
                cls = super().__new__(mcs, name, bases, namespace, **keywords)
                note("__new__ ends")
                return cls

            def __init__(cls, name, bases, namespace, **keywords):
                note("__init__", keywords)

            def __call__(cls, *arguments):
                note("Meta.__call__ begins")
                made = super().__call__(*arguments)
                note("Meta.__call__ ends")
                return made

        class Channel:
            def __init_subclass__(cls, **keywords):
                note("__init_subclass__", keywords)

            def __new__(cls):
                note("Channel.__new__")
                return super().__new__(cls)

            def __init__(self):
                note("Channel.__init__")

        class Field:
            def __init__(self):
                note("body")

            def __set_name__(self, owner, name):
                note("__set_name__")

        return Meta, Channel, Field


def class_statement() -> dict[str, list[str]]:
    log = Log()
    Meta, Channel, Field = log.hooks()

    def decorator(cls):
        log.note("decorator")
        return cls

    @decorator
    class Email(Channel, metaclass=Meta, key="email"):
        to = Field()

    of_the_class = log.events[:]
    email = Email()
    of_the_object = log.events[len(of_the_class) :]
    log.events.clear()

    class HtmlEmail(Email):
        pass

    return {
        "class": of_the_class,
        "object": of_the_object,
        "made": [type(email).__name__],
        "given the key": log.given_the_key,
        "subclass": log.events,
    }


def called_by_hand() -> dict[str, list[str]]:
    """The same without a class statement: calling the metaclass, and `types.new_class`."""
    log = Log()
    Meta, Channel, Field = log.hooks()
    namespace = {"to": Field(), "subject": Field()}
    log.events.clear()
    Meta("Email", (Channel,), namespace)
    called, log.events = log.events, []
    new_class("Email", (Channel,), {"metaclass": Meta}, lambda body: body.update(namespace))
    return {"metaclass called": called, "new_class": log.events}


def any_callable() -> Any:
    """`metaclass=` takes any callable, and the name is bound to whatever that returns."""

    def settings(name, bases, namespace):
        return {each: namespace[each] for each in namespace if not each.startswith("__")}

    class Limits(metaclass=settings):
        retries = 3
        seconds = 20

    return Limits


def unknown_keyword(parent: str) -> str:
    """What becomes of a class line with a keyword that no hook takes."""

    class Channel:
        """Has no hook of its own: the keywords reach `object.__init_subclass__`."""

    class Keyed:
        def __init_subclass__(cls, key: str, **others: str) -> None:
            super().__init_subclass__(**others)

    given = {"key": "email", "colour": "red"}
    parents = {
        "no hook": (Channel, ["colour"]),
        "takes it": (Keyed, ["key"]),
        "passes on": (Keyed, ["key", "colour"]),
    }
    base, names = parents[parent]
    try:
        return new_class("Email", (base,), {name: given[name] for name in names}).__name__
    except TypeError as error:
        return type(error).__name__


if __name__ == "__main__":
    for what, events in class_statement().items():
        print(f"{what}: {', '.join(events)}")
    print("a keyword that no hook takes:", unknown_keyword("no hook"))
    print("a class statement with metaclass=settings gives", any_callable())
