"""What griffe reports between the two versions: it reads the source, and runs nothing."""

from __future__ import annotations

import sys

import griffe


def breakages(old: str, new: str) -> dict[str, list[str]]:
    """By name: the kinds of breaking change that are found."""
    found: dict[str, list[str]] = {}
    for breakage in griffe.find_breaking_changes(griffe.load(old), griffe.load(new)):
        name = breakage.obj.path.split(".")[1]
        found.setdefault(name, []).append(breakage.kind.name)
    return found


def imported() -> list[str]:
    """Which versions have been imported, so that their code has run."""
    return [name for name in ("shop_1", "shop_2") if name in sys.modules]


if __name__ == "__main__":
    for name, kinds in breakages("shop_1", "shop_2").items():
        print(f"{name}: {', '.join(kinds)}")
