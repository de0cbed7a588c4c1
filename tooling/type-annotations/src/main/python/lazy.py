"""When annotations are evaluated, and what reads them without an error."""

import sys
from collections.abc import Callable
from typing import Any

CODE = """
def ship(parcel: note("parcel"), by: note("by")): ...
"""
CLASSES = {
    "Crate": "class Crate:\n    inner: Crate",
    "Parcel": "class Parcel:\n    inner: Parcel\n    by: Missing",
}


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


def formats(owner: str) -> dict[str, object]:
    """What the annotations of a class are, in each format, and when the missing class is there."""
    names: dict[str, Any] = {}
    try:
        exec(CLASSES[owner], names)
    except NameError as error:
        return {"defined": type(error).__name__}
    import annotationlib

    found: dict[str, object] = {"defined": "no error"}
    for each in (
        annotationlib.Format.VALUE,
        annotationlib.Format.FORWARDREF,
        annotationlib.Format.STRING,
    ):
        found[each.name] = outcome(lambda kind=each: read(names[owner], kind))
    names["Missing"] = int
    found["later"] = read(names[owner], annotationlib.Format.VALUE)
    return found


def read(owner: type, kind: Any) -> list[str]:
    """Each annotation: a text as it is; of a class or a reference, its type and its name."""
    import annotationlib

    values = annotationlib.get_annotations(owner, format=kind).values()
    return [each if isinstance(each, str) else named(each) for each in values]


def named(value: Any) -> str:
    name = value.__name__ if isinstance(value, type) else value.__forward_arg__
    return f"{type(value).__name__} {name}"


class Reading(type):
    """A metaclass as old libraries have it: it looks for annotations in the class's names."""

    def __new__(mcs, name, bases, names):
        found = outcome(lambda: early(names))
        made = super().__new__(mcs, name, bases, names)
        made.in_names = sorted(names.get("__annotations__", {}))
        made.afterwards = outcome(lambda: sorted(made.__annotations__))
        made.early = found
        return made


def early(names: dict[str, Any]) -> list[str]:
    """The annotations among a class's names, before there is the class."""
    import annotationlib

    evaluate = annotationlib.get_annotate_from_class_namespace(names)
    found = annotationlib.call_annotate_function(evaluate, annotationlib.Format.FORWARDREF)
    return [named(each) for each in found.values()]


def in_a_metaclass(kind: str = "int", first: str = "") -> object:
    """What it finds in the names that it is given, in the class, and by annotationlib."""
    names: dict[str, Any] = {"Reading": Reading}
    code = f"{first}\nclass Parcel(metaclass=Reading):\n    grams: {kind}"
    return outcome(lambda: exec(code, names)) or [
        names["Parcel"].in_names,
        names["Parcel"].afterwards,
        names["Parcel"].early,
    ]


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
    print("a class that names itself:", formats("Crate"))
    print("... and one that nobody defines:", formats("Parcel"))
    for kind in "int", "Parcel":
        print("in a metaclass: in the names, in the class, early:", in_a_metaclass(kind))
