"""When annotations are evaluated, and what reads them without an error."""

import sys
from collections.abc import Callable
from typing import Any

CODE = """
def ship(parcel: note("parcel"), by: note("by")): ...
"""
LATER = """
class Parcel:
    next: Parcel
    by: Missing
"""


def evaluations(first: str = "") -> list[int]:
    """How many of two annotations have been evaluated: after `def`, one look, and another."""
    seen: list[str] = []
    names: dict[str, Any] = {"note": seen.append}
    exec(first + CODE, names)
    so_far = [len(seen)]
    for _ in range(2):
        _ = names["ship"].__annotations__
        so_far.append(len(seen))
    return so_far


def formats() -> dict[str, object]:
    """A class that names itself and a class that nobody defines, read in each format."""
    names: dict[str, Any] = {}
    try:
        exec(LATER, names)
    except NameError as error:
        return {"defined": type(error).__name__}
    import annotationlib

    found: dict[str, object] = {"defined": "no error"}
    for each in (
        annotationlib.Format.VALUE,
        annotationlib.Format.FORWARDREF,
        annotationlib.Format.STRING,
    ):
        found[each.name] = outcome(lambda kind=each: read(names["Parcel"], kind))
    names["Missing"] = int
    found["later"] = read(names["Parcel"], annotationlib.Format.VALUE)
    return found


def read(owner: type, kind: Any) -> list[str]:
    """A text as it is; of anything else, its type and its name."""
    import annotationlib

    values = annotationlib.get_annotations(owner, format=kind).values()
    return [each if isinstance(each, str) else type(each).__name__ for each in values]


class Reading(type):
    """A metaclass as old libraries have it: it looks for annotations in the class's names."""

    def __new__(mcs, name, bases, names):
        made = super().__new__(mcs, name, bases, names)
        made.in_names = sorted(names.get("__annotations__", {}))
        made.afterwards = sorted(made.__annotations__)
        return made


def in_a_metaclass(first: str = "") -> list[list[str]]:
    """What it finds in the names that it is given, and in the class when that is made."""
    names: dict[str, Any] = {"Reading": Reading}
    exec(f"{first}\nclass Parcel(metaclass=Reading):\n    grams: int", names)
    return [names["Parcel"].in_names, names["Parcel"].afterwards]


def outcome(attempt: Callable[[], object]) -> object:
    try:
        return attempt()
    except Exception as error:
        return type(error).__name__


if __name__ == "__main__":
    print("on", sys.version.split()[0])
    print(
        "evaluated after def, a look, another:",
        evaluations(),
        "and as texts:",
        evaluations("from __future__ import annotations"),
    )
    print("a class that nobody defines:", formats())
    print("in a metaclass: in the names, afterwards:", in_a_metaclass())
