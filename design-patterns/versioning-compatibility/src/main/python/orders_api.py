"""Two old ways into a library that still work, and say so to whoever takes them."""

from __future__ import annotations

import functools
import warnings
from collections.abc import Callable
from typing import Any

RENAMED = {"create_order": "place_order"}


def place_order(sku: str) -> str:
    return f"ordered {sku}"


def __getattr__(name: str) -> Any:
    """Python calls this for a name that the module has not (PEP 562)."""
    if name in RENAMED:
        warnings.warn(f"{name} is now {RENAMED[name]}", DeprecationWarning, stacklevel=2)
        return globals()[RENAMED[name]]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def deprecated(message: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """For functions, the part of `warnings.deprecated` (3.13) that older Pythons lack."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def warning(*arguments: Any, **named: Any) -> Any:
            warnings.warn(message, DeprecationWarning, stacklevel=2)
            return function(*arguments, **named)

        warning.__deprecated__ = message
        return warning

    return decorate


@deprecated("use place_order")
def order_now(sku: str) -> str:
    return place_order(sku)


if __name__ == "__main__":
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        order_now("LAMP")
        __getattr__("create_order")("LAMP")
    for each in said:
        print(f"line {each.lineno}: {each.message}")
