"""New rules arrive while a frame is judged: taken at once, or when the next frame begins.

`importlib.reload` runs a module's new text among the names of the old one. A function that is at
work there looks up the others at each call, so its next reading meets new ones.
"""

from __future__ import annotations

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

TEXT = Path(frame.__file__).read_text(encoding="utf-8")
TEXTS = {
    "same": TEXT,
    "stricter": TEXT + "HOTTEST = 10.0\n",
    "raises": TEXT + "HOTTEST = 10.0\nassert False\n",
    "syntax": TEXT + "HOTTEST = \n",
    "trusting": TEXT + "def plausible(*reading):\n    return ACCEPTED\n",
}


class AtOnce:
    """As `importlib.reload` does it."""

    def offer(self, text: str) -> None:
        exec(text, vars(frame))

    def for_a_frame(self) -> ModuleType:
        return frame


class BetweenFrames:
    """Loads new rules beside the old ones, and tries them out, before a frame begins with them."""

    def __init__(self) -> None:
        self.newest = frame

    def offer(self, text: str) -> None:
        rules = ModuleType("rules.frame")
        exec(text, vars(rules))
        if Fleet(1, rules).fold(GOLDEN) != [0, 1, 4]:
            raise ValueError("these judge otherwise what is known")
        self.newest = rules

    def for_a_frame(self) -> ModuleType:
        return self.newest


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

    arrival, before = arriving(offer), dict(vars(frame))
    alerts.rule(arrival)
    try:
        verdicts = []
        for first in range(0, FRAMES * SIZE, SIZE):
            fleet.rules = rules.for_a_frame()
            verdicts.append(fleet.fold(reading(first + k) for k in range(SIZE)))
    finally:
        alerts.RULES.remove(arrival)
        vars(frame).update(before)
    return {
        "verdicts": [[each.count(0), each.count(4)] for each in verdicts],
        "refused": refused,
        "rules left": len(alerts.RULES),
        "checksum": fleet.fingerprint(),
    }


if __name__ == "__main__":
    print("of each frame, judged by the old rules and by the new ones")
    for name in WAYS:
        print(f"{name:15}", judged(name, "stricter")["verdicts"])
