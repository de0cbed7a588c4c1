"""Generates what every kata must reject, from its solution and its first check.

The first check of a kata holds the task's examples. An impostor knows the answers to these and
nothing else: "empty" has not even the names, "constant" gives the first answer of each function
to every call, and "hard-coded" replays the answers in order, and then the last one again.
"""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable, Iterator
from types import ModuleType
from typing import Any

KINDS = ("empty", "constant", "hard-coded")
MAKES_AN_OBJECT = {"__init__", "__new__", "__post_init__", "__init_subclass__", "__set_name__"}

Answer = Callable[[], Any]


class Impostor:
    """A module whose functions note their answers, and from `replay` on only repeat them."""

    def __init__(self, module: ModuleType, examples: Callable[[ModuleType], None]) -> None:
        self.module = module
        self.tapes: list[Tape] = []
        self.is_replaying = False
        self.depth = 0  # what the solution calls itself is no answer to an example
        for name, value in list(vars(module).items()):
            if getattr(value, "__module__", None) != module.__name__:
                continue
            if isinstance(value, type):
                self.disguise(value)
            else:
                setattr(module, name, self.taped(name, value))
        examples(module)
        self.is_replaying = True

    def replay(self, *, first_only: bool) -> ModuleType:
        """The module, with all tapes at their beginning."""
        for tape in self.tapes:
            tape.rewind(first_only)
        return self.module

    def disguise(self, owner: type) -> None:
        for name, value in list(vars(owner).items()):
            if name not in MAKES_AN_OBJECT and (taped := self.taped(name, value)) is not value:
                setattr(owner, name, taped)

    def taped(self, name: str, value: Any) -> Any:
        """What stands in for a function or a kind of method; anything else is as it was."""
        if isinstance(value, classmethod | staticmethod):
            return type(value)(self.taped(name, value.__func__))
        if isinstance(value, property):
            return property(self.taped(name, value.fget), value.fset, value.fdel)
        is_public = not name.startswith("_")
        is_special = name.startswith("__") and name.endswith("__")
        if isinstance(value, type) or not callable(value) or not (is_public or is_special):
            return value
        tape = Tape()
        self.tapes.append(tape)

        @functools.wraps(value)
        def call(*arguments: Any, **named: Any) -> Any:
            if self.is_replaying and (tape.answers or is_public):
                return tape.next()
            if self.is_replaying or self.depth:
                return value(*arguments, **named)
            self.depth += 1
            try:
                return tape.note(value(*arguments, **named))
            except BaseException as error:
                tape.note_error(error)
                raise
            finally:
                self.depth -= 1

        return call


class Tape:
    """The answers of one function."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.rewind(first_only=False)

    def rewind(self, first_only: bool) -> None:
        self.rest = self.answers[: 1 if first_only else None]

    def next(self) -> Any:
        if not self.rest:
            return None
        return (self.rest.pop(0) if len(self.rest) > 1 else self.rest[0])()

    def note(self, value: Any) -> Any:
        """Keeps an answer; of one that can be had only once, what the examples take of it."""
        if isinstance(value, Iterator):
            items: list[Any] = []
            self.answers.append(lambda: iter(items))
            return noting(value, items)
        if isinstance(value, Awaitable):
            return self.awaiting(value)
        self.answers.append(lambda: value)
        return value

    def note_error(self, error: BaseException) -> None:
        def fail() -> None:
            raise error

        self.answers.append(fail)

    async def awaiting(self, value: Awaitable[Any]) -> Any:
        result = await value

        async def again() -> Any:
            return result

        self.answers.append(again)
        return result


def noting(source: Iterator[Any], items: list[Any]) -> Iterator[Any]:
    for item in source:
        items.append(item)
        yield item
