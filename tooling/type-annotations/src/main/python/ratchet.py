"""A ratchet: known errors are listed, a new one is red, and so is a mended one that is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Error(NamedTuple):
    file: str
    line: int
    rule: str
    text: str  # of the line


KEYS: dict[str, Callable[[Error], object]] = {
    "count": lambda error: "an error",
    "line": lambda error: (error.file, error.line, error.rule),
    "text": lambda error: (error.file, error.rule, error.text),
}


def verdict(key: str, known: Iterable[Error], found: Iterable[Error]) -> str:
    """What a build says that tells errors apart by this key."""
    before, now = (Counter(map(KEYS[key], errors)) for errors in (known, found))
    new, gone = (now - before).total(), (before - now).total()
    said = [f"{new} new"] * (new > 0) + [f"{gone} to strike off"] * (gone > 0)
    return ", ".join(said) or "green"


def ways() -> list[str]:
    return list(KEYS)


def verdicts(known: list[list], found: list[list]) -> list[str]:
    """What each of the three builds says of errors as a checker reports them."""
    errors = [[Error(*each) for each in report] for report in (known, found)]
    return [verdict(key, *errors) for key in KEYS]


if __name__ == "__main__":
    monday = [["shop.py", 5, "operator", "return a + b"], ["shop.py", 9, "call-arg", "run(7)"]]
    moved = [[file, line + 4, rule, text] for file, line, rule, text in monday]
    print("counted, by line, by text:", verdicts(monday, moved))
