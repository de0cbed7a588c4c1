"""What a correct Channel does when a class is defined."""

from __future__ import annotations

import gc
import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
from abc import ABC, abstractmethod
from collections.abc import Callable
from enum import Enum
from inspect import signature
from types import ModuleType, new_class
from typing import Any, Protocol

from checking import attempt, check, expect, expect_error, main


def send(self, message):
    return f"sent: {message}"


def line(name: str, bases: tuple[Any, ...], keywords: dict[str, Any]) -> str:
    given = [base.__name__ for base in bases] + [f"{key}={keywords[key]!r}" for key in keywords]
    return f"class {name}({', '.join(given)})"


def maker(
    name: str, *bases: Any, send: Any = send, **keywords: Any
) -> tuple[str, Callable[[], Any]]:
    """The class line, and what defines the class; with `send=...` its body has none."""
    body = {} if send is ... else {"send": send}
    said = line(name, bases, keywords)
    if not callable(send):
        said += ": " + ("..." if send is ... else "send = None")
    else:
        said += f": def send{signature(send)}"
    return said, lambda: new_class(name, bases, dict(keywords), lambda names: names.update(body))


def define(name: str, *bases: Any, **keywords: Any) -> Any:
    return attempt(*maker(name, *bases, **keywords), expected="a class")


def expect_refusal(
    error: type[Exception], mentions: str, name: str, *bases: Any, **keywords: Any
) -> None:
    said, make = maker(name, *bases, **keywords)
    texts: list[str] = []

    def refused() -> Any:
        try:
            return make()
        except error as refusal:
            texts.append(str(refusal))
            raise

    expect_error(said, refused, error)
    expect(f"{said}: is {mentions!r} in {texts[0]!r}?", lambda: mentions in texts[0], gives=True)


def expect_found(kata: ModuleType, key: str, cls: Any, when: str = "") -> None:
    expect(
        f"Channel.of({key!r}) is {cls.__name__}{when}",
        lambda: kata.Channel.of(key) is cls,
        gives=True,
    )


def expect_nothing(kata: ModuleType, key: str, when: str = "") -> None:
    expect_error(f"Channel.of({key!r}){when}", lambda: kata.Channel.of(key), KeyError)


@check("the examples of the task hold")
def examples(kata: ModuleType) -> None:
    channel = attempt("Channel", lambda: kata.Channel)
    email = define("Email", channel, key="email")
    expect_found(kata, "email", email)
    html = define("HtmlEmail", email, key="html", send=...)
    expect_found(kata, "html", html)
    expect_refusal(ValueError, "email", "Sms", channel, key="email")
    expect_refusal(TypeError, "Fax", "Fax", channel, key="fax", send=no_message)


@check("every class with a key is found by it, and only by it")
def found_by_key(kata: ModuleType) -> None:
    expect_nothing(kata, "pager")
    pager = define("Pager", kata.Channel, key="pager")
    empty = define("Empty", kata.Channel, key="")
    expect_found(kata, "pager", pager)
    expect_found(kata, "", empty)
    expect_nothing(kata, "Pager")
    loud = define("LoudPager", pager, key="loud")
    louder = define("LouderPager", loud, key="louder")
    for key, cls in (("pager", pager), ("loud", loud), ("louder", louder), ("", empty)):
        expect_found(kata, key, cls)
    expect("LouderPager().send('hello')", lambda: louder().send("hello"), gives="sent: hello")


@check("a class without a key is no channel, whatever it inherits")
def intermediate(kata: ModuleType) -> None:
    queued = define("Queued", kata.Channel, send=...)
    define("Broken", kata.Channel, send=None)
    define("Odd", kata.Channel, send=no_message)
    letter = define("Letter", queued, key="letter")
    define("QuietLetter", letter)
    expect_found(kata, "letter", letter, when=", after class QuietLetter(Letter)")


@check("a key that another channel has is refused")
def taken(kata: ModuleType) -> None:
    empty = define("Silent", kata.Channel, key="silent")
    expect_refusal(ValueError, "silent", "Mute", kata.Channel, key="silent")
    expect_refusal(ValueError, "silent", "Still", empty, key="silent")
    expect_refusal(ValueError, "silent", "Silent", kata.Channel, key="silent")
    expect_found(kata, "silent", empty, when=", after three others wanted the key")
    expect_found(kata, "Silent", define("Silent", kata.Channel, key="Silent"))


def no_message(self): ...
def two_needed(self, message, retries): ...
def named_needed(self, message, *, retries): ...
def by_name_only(self, *, message): ...
def optional(self, message, retries=3, *, quiet=False): ...
def any_number(*arguments): ...
def other_name(self, text, /, **options): ...
def default(self, message=""): ...


@check("send must be callable with one message")
def sendable(kata: ModuleType) -> None:
    for number, wrong in enumerate((..., None, no_message, two_needed, named_needed, by_name_only)):
        name = f"Wrong{number}"
        expect_refusal(TypeError, name, name, kata.Channel, key=f"wrong {number}", send=wrong)
        expect_nothing(kata, f"wrong {number}", when=f" after class {name} was refused")
    for right in optional, any_number, other_name, default:
        cls = define(f"With_{right.__name__}", kata.Channel, key=right.__name__, send=right)
        expect_found(kata, right.__name__, cls)


@check("send may be inherited, and is checked then, too")
def inherited(kata: ModuleType) -> None:
    sender = type("Sender", (), {"send": send})
    wrong = type("WrongSender", (), {"send": no_message})
    for name, bases in (
        ("Before", (sender, kata.Channel)),
        ("After", (kata.Channel, sender)),
        ("Queue", (define("SendingQueue", kata.Channel),)),
    ):
        expect_found(kata, name, define(name, *bases, key=name, send=...))
    queue = define("WrongQueue", kata.Channel, send=no_message)
    for number, bases in enumerate(((wrong, kata.Channel), (kata.Channel, wrong), (queue,))):
        name = f"Inheriting{number}"
        expect_refusal(TypeError, name, name, *bases, key=name, send=...)
        expect_nothing(kata, name, when=f" after class {name} was refused")


def own_check(self, paper=None): ...


@check("what a subclass calls its attributes is its own affair")
def own_names(kata: ModuleType) -> None:
    names = {"check", "by_key", "channels", "registry", "key", *vars(kata.Channel)} - {"send"}
    attributes = {name: own_check for name in names if not name.startswith("_")}
    machine = type("Machine", (), attributes)
    fax = define("FaxWithNames", machine, kata.Channel, key="fax with names")
    expect_found(kata, "fax with names", fax)
    expect_refusal(ValueError, "fax with names", "Second", fax, key="fax with names")
    expect_refusal(TypeError, "Wrong", "Wrong", fax, key="wrong fax", send=no_message)
    expect_nothing(kata, "wrong fax", when=" after class Wrong was refused")


@check("Channel keeps its channels, also those that nobody else refers to")
def kept(kata: ModuleType) -> None:
    define("Beeper", kata.Channel, key="beeper")
    gc.collect()
    expect(
        "Channel.of('beeper')().send('hello')",
        lambda: kata.Channel.of("beeper")().send("hello"),
        gives="sent: hello",
    )


class Closed(BaseException):
    """As KeyboardInterrupt, it is no Exception."""


@check("a refused class is not registered, and its key stays free")
def refused(kata: ModuleType) -> None:
    class Limited:
        def __init_subclass__(cls, **keywords: Any) -> None:
            super().__init_subclass__(**keywords)
            raise PermissionError("no more classes")

    class Interrupted:
        def __init_subclass__(cls, **keywords: Any) -> None:
            super().__init_subclass__(**keywords)
            raise Closed

    said, make = maker("Quiet", kata.Channel, Limited)
    expect_error(said, make, PermissionError)
    for key, bases, more, error in (
        ("limited", (kata.Channel, Limited), {}, PermissionError),
        ("interrupted", (kata.Channel, Interrupted), {}, Closed),
        ("coloured", (kata.Channel,), {"colour": "red"}, TypeError),
        ("wrong", (kata.Channel,), {"send": no_message}, TypeError),
    ):
        said, make = maker("Refused", *bases, key=key, **more)
        expect_error(said, make, error)
        expect_nothing(kata, key, when=f" after {said} was refused")
        expect_found(kata, key, define("Next", kata.Channel, key=key))


@check("other base classes look at their subclasses, too, and take their keywords")
def cooperating(kata: ModuleType) -> None:
    class Audited:
        level = "none"

        def __init_subclass__(cls, level: str = "info", **keywords: Any) -> None:
            super().__init_subclass__(**keywords)
            cls.level = level

    for number, bases in enumerate(((kata.Channel, Audited), (Audited, kata.Channel))):
        for keywords, level in (({}, "info"), ({"level": "debug"}, "debug")):
            key = f"audited {number} {level}"
            cls = define("Alert", *bases, key=key, **keywords)
            said = line("Alert", bases, {"key": key, **keywords})
            expect(f"level of {said}", lambda cls=cls: cls.level, gives=level)
            expect_found(kata, key, cls)
            quiet = define("Quiet", *bases, **keywords)
            said = line("Quiet", bases, keywords)
            expect(f"level of {said}", lambda quiet=quiet: quiet.level, gives=level)


@check("other base classes may have a metaclass")
def metaclasses(kata: ModuleType) -> None:
    class Meta(type):
        """Another team's."""

    class Speaking(Protocol):
        def send(self, message): ...

    class Abstract(ABC):
        @abstractmethod
        def close(self) -> None: ...

    theirs = Meta("Theirs", (), {})
    for other in theirs, ABC, Abstract, Speaking, Enum:
        for bases in (kata.Channel, other), (other, kata.Channel):
            if bases[0] is not Enum:  # which wants to be the last
                key = f"{bases[0].__name__} {bases[1].__name__}"
                expect_found(kata, key, define("Combined", *bases, key=key))
    unfinished = define("Unfinished", kata.Channel, Abstract, key="unfinished")
    expect_error("Unfinished(), whose close is abstract", unfinished, TypeError)
    expect_refusal(TypeError, "Wrong", "Wrong", kata.Channel, ABC, key="abc", send=no_message)


if __name__ == "__main__":
    main()
