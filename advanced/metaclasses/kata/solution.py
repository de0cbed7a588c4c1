"""`__init_subclass__` checks first, lets the other base classes do their part, then registers."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, ClassVar


class Channel:
    by_key: ClassVar[dict[str, type[Channel]]] = {}
    send: Callable[..., object]  # which a channel must have, and this class has not

    def __init_subclass__(cls, key: str | None = None, **keywords: Any) -> None:
        if key is not None:
            check(cls, key)
        super().__init_subclass__(**keywords)  # may refuse the class, so it comes first
        if key is not None:
            Channel.by_key[key] = cls

    @classmethod
    def of(cls, key: str) -> type[Channel]:
        return Channel.by_key[key]


def check(cls: type[Channel], key: str) -> None:
    """Not a method, because a subclass may have a `check` of its own."""
    if key in Channel.by_key:
        raise ValueError(f"the key {key!r} belongs to {Channel.by_key[key].__name__}")
    try:
        inspect.signature(cls.send).bind(cls, key)  # any two values, for self and a message
    except (AttributeError, TypeError) as error:
        raise TypeError(f"{cls.__name__}.send cannot be called with a message") from error
