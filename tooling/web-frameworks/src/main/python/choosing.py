"""Chooses a framework by what it would cost to build what it does not bring."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any, NamedTuple

Days = dict[str, tuple[Any, ...]]

FRAMEWORKS = ["bare", "Flask", "FastAPI", "Django"]

# Days of work that a need costs. None: it cannot be had.
DAYS: Days = {
    "routes and errors": (4, 1, 1, 1),  # everybody needs them
    "staff edit the data": (30, 12, 14, 0),
    "accounts and permissions": (20, 8, 9, 0),
    "the data model changes": (8, 4, 4, 0),
    "pages with forms": (12, 2, 6, 0),
    "JSON is checked": (8, 4, 0, 4),
    "partners read OpenAPI": (15, 6, 0, 6),
    "connections stay open": (None, None, 0, 6),
    "it runs inside the JVM": (0, 0, None, 0),
    "no dependency": (0, None, None, None),
    "it is one small file": (0, 0, 2, 4),
}


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


class Card(NamedTuple):
    first: str
    decided_by: str
    otherwise: str
    also: tuple[str, ...] = ()

    def needs(self) -> list[str]:
        return [self.decided_by, *self.also]


CARDS = {
    "back office of a shop": Card(
        "Django", "staff edit the data", "FastAPI", ("JSON is checked", "partners read OpenAPI")
    ),
    "portal of a club": Card(
        "Django", "accounts and permissions", "Flask", ("pages with forms", "it is one small file")
    ),
    "register of a clinic": Card(
        "Django",
        "accounts and permissions",
        "FastAPI",
        (
            "staff edit the data",
            "JSON is checked",
            "partners read OpenAPI",
            "connections stay open",
        ),
    ),
    "chat of a help desk": Card(
        "Django", "accounts and permissions", "FastAPI", ("connections stay open",)
    ),
    "catalogue that grows": Card(
        "Django", "the data model changes", "Flask", ("pages with forms", "it is one small file")
    ),
    "stock pages in a Java program": Card(
        "Django",
        "it runs inside the JVM",
        "FastAPI",
        ("pages with forms", "JSON is checked", "partners read OpenAPI"),
    ),
    "API for partners": Card(
        "FastAPI", "partners read OpenAPI", "Flask", ("it is one small file",)
    ),
    "API between two services": Card(
        "FastAPI", "JSON is checked", "Flask", ("it is one small file",)
    ),
    "ticker of prices": Card(
        "FastAPI", "connections stay open", "Flask", ("it is one small file",)
    ),
    "webhook in a Java program": Card(
        "Flask", "it runs inside the JVM", "FastAPI", ("JSON is checked", "it is one small file")
    ),
    "page with a report": Card("Flask", "it is one small file", "Django", ("pages with forms",)),
    "status page of an appliance": Card(
        "bare", "no dependency", "Flask", ("it is one small file",)
    ),
}


def first(days: Days = DAYS) -> dict[str, list[str]]:
    """Of each card: the first choice, and the first choice without the need that decides."""
    return {
        name: [ranking(card.needs(), days)[0], ranking(card.also, days)[0]]
        for name, card in CARDS.items()
    }


def prices() -> dict[str, list[int | None]]:
    """Of each card: what each framework would cost."""
    return {
        name: [price(framework, card.needs()) for framework in FRAMEWORKS]
        for name, card in CARDS.items()
    }


def flips(most: int) -> list[int]:
    """How many cards change if one price, whichever, is so many days higher or lower: by days."""
    found = []
    for change in range(1, most + 1):
        changed = set()
        for need, place in itertools.product(DAYS, range(len(FRAMEWORKS))):
            for sign in (1, -1):
                changed |= changes(need, place, sign * change)
        found.append(len(changed))
    return found


def changes(need: str, place: int, days: int) -> set[str]:
    row = list(DAYS[need])
    if row[place] is None:
        return set()
    row[place] += days
    now, before = first(DAYS | {need: tuple(row)}), first()
    return {card for card in CARDS if now[card] != before[card]}


if __name__ == "__main__":
    for name, card in CARDS.items():
        print(f"{name}: {card.first}, because {card.decided_by}; otherwise {card.otherwise}")
    print("cards that change with one price 1, 2, 3 days other:", flips(3))
