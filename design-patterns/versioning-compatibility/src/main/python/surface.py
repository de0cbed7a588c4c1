"""What griffe reports between the two versions: it reads the source, and runs nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import griffe


def breakages(old: str, new: str) -> dict[str, list[str]]:
    """By name: the kinds of breaking change that are found."""
    found: dict[str, list[str]] = {}
    for breakage in griffe.find_breaking_changes(griffe.load(old), griffe.load(new)):
        name = breakage.obj.path.split(".")[1]
        found.setdefault(name, []).append(breakage.kind.name)
    return found


def other_returns(old: str, new: str) -> list[str]:
    """Functions whose return annotation differs: griffe reads it, and reports none of them."""
    before, after = griffe.load(old).functions, griffe.load(new).functions
    return [
        name
        for name in before
        if name in after and str(before[name].returns) != str(after[name].returns)
    ]


def of_texts(old: str, new: str) -> list[str]:
    """What is reported if the one text becomes the other."""
    return kinds(module(old), module(new))


def of_a_name_kept_by_getattr() -> list[str]:
    """What is reported if a function becomes a name that only a module's `__getattr__` knows."""
    return kinds(module("def create_order(sku): ..."), griffe.load("orders_api"))


def module(text: str) -> griffe.Module:
    return griffe.visit("orders", filepath=Path("orders.py"), code=text)


def kinds(old: griffe.Module, new: griffe.Module) -> list[str]:
    return [each.kind.name for each in griffe.find_breaking_changes(old, new)]


def imported() -> list[str]:
    """Which versions have been imported, so that their code has run."""
    return [name for name in ("shop_1", "shop_2") if name in sys.modules]


if __name__ == "__main__":
    for name, found in breakages("shop_1", "shop_2").items():
        print(f"{name}: {', '.join(found)}")
    print("a false alarm:", of_a_name_kept_by_getattr())
