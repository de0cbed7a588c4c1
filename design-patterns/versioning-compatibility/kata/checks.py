"""What a correct next_version says of one change at a time."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
from inspect import Signature, signature
from types import ModuleType

from checking import check, expect, main

MAJOR, MINOR, PATCH = "2.0.0", "1.5.0", "1.4.3"


def function(parameters: str) -> Signature:
    names: dict[str, object] = {}
    exec(f"def function({parameters}): ...", names)
    return signature(names["function"])


def library(functions: dict[str, str]) -> dict[str, Signature]:
    return {name: function(functions[name]) for name in functions}


def shown(functions: dict[str, str]) -> str:
    return "{" + ", ".join(f"{name}({functions[name]})" for name in functions) + "}"


def expect_version(
    kata: ModuleType, old: dict[str, str], new: dict[str, str], gives: str, version: str = "1.4.2"
) -> None:
    expect(
        f"next_version({version!r}, {shown(old)}, {shown(new)})",
        lambda: kata.next_version(version, library(old), library(new)),
        gives=gives,
    )


def expect_change(kata: ModuleType, old: str, new: str, gives: str) -> None:
    """The one function of a library changes its parameters."""
    expect_version(kata, {"price": old}, {"price": new}, gives)


@check("the examples of the task hold")
def examples(kata: ModuleType) -> None:
    price = {"price": "sku, quantity=1"}
    expect_version(kata, price, {}, MAJOR)
    expect_version(kata, price, {**price, "find": "sku"}, MINOR)
    expect_version(kata, price, price, PATCH)


@check("a function that is gone breaks, whatever is new beside it")
def functions(kata: ModuleType) -> None:
    expect_version(kata, {"find": "sku"}, {"search": "sku"}, MAJOR)
    expect_version(kata, {"find": "", "price": ""}, {"price": ""}, MAJOR)
    expect_version(kata, {"find": "", "price": ""}, {"price": "", "find": ""}, PATCH)
    expect_version(kata, {}, {"price": ""}, MINOR)
    expect_version(kata, {}, {}, PATCH)


@check("functions whose names begin with an underscore do not count")
def private(kata: ModuleType) -> None:
    expect_version(kata, {"price": "", "_round": ""}, {"price": ""}, PATCH)
    expect_version(kata, {"price": ""}, {"price": "", "_round": ""}, PATCH)
    expect_version(kata, {"__round": "cents"}, {"__round": "", "_": ""}, PATCH)
    expect_version(kata, {"price_": ""}, {}, MAJOR)


@check("an optional parameter behind the others, or by name only, adds something")
def optional(kata: ModuleType) -> None:
    expect_change(kata, "sku", "sku, quantity=1", MINOR)
    expect_change(kata, "sku, quantity=1", "sku, quantity=1, currency='EUR'", MINOR)
    expect_change(kata, "sku, quantity=1", "sku, quantity=1, *, currency='EUR'", MINOR)
    expect_change(kata, "sku, *, quantity", "sku, *, currency=None, quantity", MINOR)
    expect_change(kata, "", "sku=None, /", MINOR)
    expect_change(kata, "sku, quantity", "sku, quantity=1", MINOR)
    expect_change(kata, "sku, /", "sku=None, /", MINOR)
    expect_change(kata, "*, sku", "*, sku=None", MINOR)


@check("a parameter that is renamed, moved, gone or newly required breaks")
def gone(kata: ModuleType) -> None:
    expect_change(kata, "sku", "item", MAJOR)
    expect_change(kata, "*, sku", "*, item", MAJOR)
    expect_change(kata, "sku, quantity", "quantity, sku", MAJOR)
    expect_change(kata, "sku, quantity=1", "sku", MAJOR)
    expect_change(kata, "sku, *, quantity=1", "sku", MAJOR)
    expect_change(kata, "sku, quantity, /", "sku, /", MAJOR)
    expect_change(kata, "sku", "sku, quantity", MAJOR)
    expect_change(kata, "sku", "sku, *, quantity", MAJOR)
    expect_change(kata, "sku, /", "sku, quantity, /", MAJOR)
    expect_change(kata, "", "sku", MAJOR)


@check("an optional parameter before another one breaks")
def in_front(kata: ModuleType) -> None:
    expect_change(kata, "sku, quantity=1", "sku, currency='EUR', quantity=1", MAJOR)
    expect_change(kata, "quantity=1", "currency='EUR', quantity=1", MAJOR)


@check("fewer ways to give a parameter break, more add something")
def ways(kata: ModuleType) -> None:
    expect_change(kata, "sku, quantity=1", "sku, *, quantity=1", MAJOR)
    expect_change(kata, "sku", "sku, /", MAJOR)
    expect_change(kata, "sku, /", "*, sku", MAJOR)
    expect_change(kata, "*, sku", "sku, /", MAJOR)
    expect_change(kata, "sku, *, quantity=1", "quantity=1, sku=None", MAJOR)
    expect_change(kata, "*, sku=1", "quantity=1, sku=1, /", MAJOR)
    expect_change(kata, "sku, *, quantity=1", "sku, quantity=1", MINOR)
    expect_change(kata, "sku, /", "sku", MINOR)
    expect_change(kata, "sku, *, quantity", "sku, quantity", MINOR)


@check("a positional-only parameter is known by its place alone")
def by_place(kata: ModuleType) -> None:
    expect_change(kata, "sku, /", "item, /", PATCH)
    expect_change(kata, "sku, quantity=1, /", "item, number=1, /", PATCH)
    expect_change(kata, "sku, /", "item", MINOR)
    expect_change(kata, "sku, quantity, /", "quantity, sku, /", PATCH)
    expect_change(kata, "sku, /, *, quantity", "quantity, /, *, sku", MAJOR)
    expect_change(kata, "sku, /, *, quantity=1", "quantity, *, sku=1", MAJOR)
    expect_change(kata, "sku, /, *, quantity=1", "quantity, *, currency=1", MAJOR)
    expect_change(kata, "sku, quantity=1, /", "item, number=2, /", MAJOR)


@check("another default, or none any more, breaks")
def defaults(kata: ModuleType) -> None:
    expect_change(kata, "sku, quantity=1", "sku, quantity=2", MAJOR)
    expect_change(kata, "sku, quantity=1", "sku, quantity", MAJOR)
    expect_change(kata, "*, quantity=1", "*, quantity", MAJOR)
    expect_change(kata, "quantity=1, /", "quantity, /", MAJOR)
    expect_change(kata, "sku, quantity=None", "sku, quantity=0", MAJOR)
    expect_change(kata, "sku, quantity=1", "sku, quantity=1.0", PATCH)


@check("annotations do not count, and neither does the order of parameters by name only")
def no_change(kata: ModuleType) -> None:
    expect_change(kata, "sku: str", "sku: object", PATCH)
    expect_change(kata, "sku, quantity: int = 1", "sku, quantity=1", PATCH)
    expect_change(kata, "*, sku, quantity", "*, quantity, sku", PATCH)


@check("one function that breaks decides, and one that grows decides over those that do not")
def several(kata: ModuleType) -> None:
    old = {"find": "sku", "price": "sku", "ship": "order"}
    expect_version(kata, old, {**old, "ship": "order, express=False"}, MINOR)
    expect_version(kata, old, {**old, "price": "sku, quantity"}, MAJOR)
    expect_version(kata, old, {**old, "find": "sku, *, limit=9", "ship": "number"}, MAJOR)


@check("while the first number is 0 it stays 0")
def zero(kata: ModuleType) -> None:
    price = {"price": "sku"}
    expect_version(kata, price, {}, "0.5.0", version="0.4.2")
    expect_version(kata, price, {"price": "sku, quantity=1"}, "0.4.3", version="0.4.2")
    expect_version(kata, price, {**price, "find": "sku"}, "0.4.3", version="0.4.2")
    expect_version(kata, price, price, "0.4.3", version="0.4.2")
    expect_version(kata, price, {}, "0.1.0", version="0.0.0")


@check("the numbers are numbers")
def numbers(kata: ModuleType) -> None:
    price = {"price": "sku"}
    expect_version(kata, price, {}, "10.0.0", version="9.9.9")
    expect_version(kata, price, {**price, "find": "sku"}, "9.10.0", version="9.9.9")
    expect_version(kata, price, price, "9.9.10", version="9.9.9")
    expect_version(kata, price, price, "12.0.1", version="12.0.0")


@check("what it is given stays as it was")
def untouched(kata: ModuleType) -> None:
    old, new = library({"price": "sku", "_round": ""}), library({"_find": "", "price": "sku"})
    expect(
        "next_version('1.4.2', {price(sku), _round()}, {_find(), price(sku)})",
        lambda: kata.next_version("1.4.2", old, new),
        gives=PATCH,
    )
    expect(
        "old and new afterwards", lambda: [*old, *new], gives=["price", "_round", "_find", "price"]
    )


if __name__ == "__main__":
    main()
