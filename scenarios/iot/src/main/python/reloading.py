"""New rules arrive while a frame is judged: taken at once, or when the next frame begins.

`importlib.reload` runs a module's new text among the names of the old one. A function that is at
work there looks up the others at each call, so its next reading meets new ones.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import count
from math import nan
from pathlib import Path
from types import ModuleType

from fleet import NOW, Fleet, Reading
from rules import alerts, frame
from rules.alerts import Rule

FRAMES, SIZE, DEVICES = 3, 500, 30
ARRIVAL = 750  # they come with this reading, in the middle of the second frame
GOLDEN = [(0, 7, NOW, 5.0), (0, 7, NOW, 5.0), (0, 8, NOW, nan)]

MODULES = ("dedup", "windows", "alerts", "frame")  # each imports only those before it
SHIPPED = {
    name: Path(frame.__file__).with_name(f"{name}.py").read_text(encoding="utf-8")
    for name in MODULES
}


def but(name: str, more: str) -> dict[str, str]:
    """The shipped texts, with something more at the end of one."""
    return SHIPPED | {name: SHIPPED[name] + more}


TEXTS = {
    "same": SHIPPED,
    "stricter": but("frame", "HOTTEST = 10.0\n"),
    "alarmed": but("alerts", "@rule\ndef warm(value, mean, is_open):\n    return value > 10.0\n"),
    "raises": but("frame", "HOTTEST = 10.0\nassert False\n"),
    "syntax": but("frame", "HOTTEST = \n"),
    "trusting": but("frame", "def plausible(*reading):\n    return ACCEPTED\n"),
}


class AtOnce:
    """As `importlib.reload` does it."""

    def offer(self, texts: dict[str, str]) -> None:
        for name in MODULES:
            if texts[name] != SHIPPED[name]:
                exec(texts[name], vars(sys.modules[f"rules.{name}"]))

    def for_a_frame(self) -> ModuleType:
        return frame


class BetweenFrames:
    """Loads new rules beside the old ones, and tries them out, before a frame begins with them."""

    def __init__(self) -> None:
        self.newest = frame

    def offer(self, texts: dict[str, str]) -> None:
        rules = loaded(texts)
        if Fleet(1, rules).fold(GOLDEN) != [0, 1, 4]:
            raise ValueError("these judge otherwise what is known")
        self.newest = rules

    def for_a_frame(self) -> ModuleType:
        return self.newest


def loaded(texts: dict[str, str]) -> ModuleType:
    """All modules of a version, none of which is shared with another version."""
    names = ["rules", *(f"rules.{name}" for name in MODULES)]
    at_work = {name: sys.modules[name] for name in names}
    package = sys.modules["rules"] = ModuleType("rules")
    package.__path__ = []
    try:
        for name in MODULES:
            module = sys.modules[f"rules.{name}"] = ModuleType(f"rules.{name}")
            exec(texts[name], vars(module))
            setattr(package, name, module)
    finally:
        sys.modules.update(at_work)
    return package.frame


WAYS = {"at once": AtOnce, "between frames": BetweenFrames}


def arriving(offer: Callable[[], None]) -> Rule:
    """An alert rule that never raises an alert: what it does is to be called for each reading."""
    calls = count(1)

    def rule(value: float, mean: float, is_open: bool) -> bool:
        if next(calls) == ARRIVAL:
            offer()
        return False

    return rule


def reading(number: int) -> Reading:
    """Of all devices in turn."""
    seq, device = divmod(number, DEVICES)
    return device, seq, NOW + number, 20.0


def judged(way: str, text: str) -> dict[str, object]:
    """The verdicts in each frame, what the new rules were refused for, and a checksum."""
    rules, fleet, refused = WAYS[way](), Fleet(DEVICES), []

    def offer() -> None:
        try:
            rules.offer(TEXTS[text])
        except Exception as reason:
            refused.append(type(reason).__name__)

    before = [(module, dict(vars(module))) for module in (alerts, frame)]
    alerts.RULES = [*alerts.RULES, arriving(offer)]
    try:
        verdicts, alarms = [], []
        for first in range(0, FRAMES * SIZE, SIZE):
            fleet.rules, noticed = rules.for_a_frame(), len(fleet.events)
            verdicts.append(fleet.fold(reading(first + k) for k in range(SIZE)))
            alarms.append([row[0] for row in fleet.events[noticed:]].count(frame.ALERT_OPENED))
    finally:
        for module, names in before:
            vars(module).update(names)
    return {
        "verdicts": [[each.count(0), each.count(4)] for each in verdicts],
        "alarms": alarms,
        "refused": refused,
        "rules left": len(alerts.RULES),
        "checksum": fleet.fingerprint(),
    }


if __name__ == "__main__":
    print("of each frame, judged by the old rules and by the new ones")
    for name in WAYS:
        print(f"{name:15}", judged(name, "stricter")["verdicts"])
