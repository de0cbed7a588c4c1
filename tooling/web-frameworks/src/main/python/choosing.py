"""Chooses a framework by what it would cost to build what it does not bring."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

from days import DAYS, FRAMEWORKS

Days = dict[str, tuple[Any, ...]]


def built(framework: str, needs: Iterable[str], days: Days = DAYS) -> dict[str, int | None]:
    """What has to be built, and how long that takes; None if it is impossible."""
    place = FRAMEWORKS.index(framework)
    return {need: days[need][place] for need in ["routes and errors", *needs]}


def price(framework: str, needs: Iterable[str], days: Days = DAYS) -> int | None:
    total = 0
    for each in built(framework, needs, days).values():
        if each is None:
            return None
        total += each
    return total


def ranking(needs: Iterable[str], days: Days = DAYS) -> list[str]:
    """Those that are possible, the cheapest first."""
    needs = list(needs)
    prices = {framework: price(framework, needs, days) for framework in FRAMEWORKS}
    return sorted((name for name in prices if prices[name] is not None), key=prices.get)


# What each service needs; the first one is said to decide.
CARDS = {
    "back office of a shop": ("staff edit the data", "JSON is checked", "partners read OpenAPI"),
    "portal of a club": ("accounts and permissions", "pages with forms", "it is one small file"),
    "register of a clinic": (
        "accounts and permissions",
        "staff edit the data",
        "JSON is checked",
        "partners read OpenAPI",
        "connections stay open",
    ),
    "chat of a help desk": ("accounts and permissions", "connections stay open"),
    "catalogue that grows": (
        "the data model changes",
        "pages with forms",
        "it is one small file",
    ),
    "stock pages in a Java program": (
        "it runs inside the JVM",
        "pages with forms",
        "JSON is checked",
        "partners read OpenAPI",
    ),
    "API for partners": ("partners read OpenAPI", "it is one small file"),
    "API between two services": ("JSON is checked", "it is one small file"),
    "ticker of prices": ("connections stay open", "it is one small file"),
    "webhook in a Java program": (
        "it runs inside the JVM",
        "JSON is checked",
        "it is one small file",
    ),
    "page with a report": ("it is one small file", "pages with forms"),
    "status page of an appliance": ("no dependency", "it is one small file"),
}


def first(days: Days = DAYS) -> dict[str, list[str]]:
    """Of each card: the first choice, and the first choice without the need that decides."""
    return {
        name: [ranking(needs, days)[0], ranking(needs[1:], days)[0]]
        for name, needs in CARDS.items()
    }


def flipping() -> dict[str, list[str]]:
    """Of each card: all the needs without which another framework is first."""
    return {
        name: [
            need
            for need in needs
            if ranking(each for each in needs if each != need)[0] != ranking(needs)[0]
        ]
        for name, needs in CARDS.items()
    }


def prices() -> dict[str, list[int | None]]:
    """Of each card: what each framework would cost."""
    return {
        name: [price(framework, needs) for framework in FRAMEWORKS] for name, needs in CARDS.items()
    }


def flips(most: int, signs: Iterable[int] = (1, -1)) -> list[int]:
    """How many cards change if one price, whichever, is so many days higher or lower: by days."""
    signs = list(signs)
    found = []
    for change in range(1, most + 1):
        changed = set()
        for need, place, sign in itertools.product(DAYS, range(len(FRAMEWORKS)), signs):
            changed.update(changes(need, place, sign * change))
        found.append(len(changed))
    return found


def changes(need: str, place: int, days: int) -> list[str]:
    """The cards that change if this price is so many days higher."""
    row = list(DAYS[need])
    if row[place] is None:
        return []
    row[place] += days
    now, before = first(DAYS | {need: tuple(row)}), first()
    return [card for card in CARDS if now[card] != before[card]]


if __name__ == "__main__":
    for name, (chosen, otherwise) in first().items():
        print(f"{name}: {chosen}, because {CARDS[name][0]}; otherwise {otherwise}")
    print("cards that change with one price 1, 2, 3, 4 days other:", flips(4))
