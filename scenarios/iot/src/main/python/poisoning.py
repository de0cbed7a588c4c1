"""A frame of 500 readings, one of which is bad: it costs itself, and leaves no trace."""

from __future__ import annotations

import ast
from pathlib import Path
from types import ModuleType

from fleet import NOW, Fleet, Reading
from rules import alerts, dedup, frame, windows

SIZE, BAD = 500, 490
GOOD = 20.0


class Unheard(Exception):
    """One that nobody can have thought of."""


def touchy(value: float, mean: float, is_open: bool) -> bool:
    """An alert rule that has been tried with one value only."""
    if value == GOOD:
        return False
    if value == 66.6:
        return value / (value - 66.6) > 0
    if value == 66.7:
        return float("n/a") > 0
    if value == 66.8:
        return touchy(value, mean, is_open)
    raise Unheard


def reading(seq: int, ts: int, value: str) -> Reading:
    """`ts` counts from the frame's arrival; `value` is a text, so that it may be "nan"."""
    return 0, seq, NOW + ts, float(value)


def poisoned(seq: int, ts: int, value: str) -> dict[str, object]:
    """A frame with one bad reading, and then twice the reading that it should have been."""
    good = [reading(number, number, str(GOOD)) for number in range(SIZE)]
    rows = [*good[:BAD], reading(seq, ts, value), *good[BAD + 1 :]]
    fleet, spared, alone = Fleet(1), Fleet(1), Fleet(1)
    alerts.rule(touchy)
    try:
        verdicts = fleet.fold(rows)
        spared.fold([*good[:BAD], *good[BAD + 1 :]])
        state = (fleet.ints, fleet.reals) == (spared.ints, spared.reals)
        same = [state, fleet.events == spared.events]
        corrected = fleet.fold([good[BAD], good[BAD]])
        first = alone.fold([rows[BAD], good[BAD]])
    finally:
        alerts.RULES.remove(touchy)
    return {
        "verdict": verdicts[BAD],
        "accepted": verdicts.count(0),
        "as if it had not come": same,
        "corrected": corrected,
        "as the first": first[1],
        "rules left": len(alerts.RULES),
        "figures": [list(each.reals) for each in (fleet, spared, alone)],
    }


def corrected_behind(numbers: int) -> int:
    """The verdict on a corrected reading, when its device is this many numbers ahead."""
    bad, good = reading(0, 0, "nan"), reading(0, 0, "20.0")
    return Fleet(1).fold([bad, reading(numbers, numbers, "20.0"), good])[2]


def judged_alone(readings: list[tuple[int, int, str]]) -> list[int]:
    """The verdicts on readings, each of which is the first of its device."""
    return [Fleet(1).fold([reading(*each)])[0] for each in readings]


class Unguarded(ast.NodeTransformer):
    """A text without its `try`."""

    def visit_Try(self, node: ast.Try) -> list[ast.stmt]:
        return node.body


def without_try() -> ModuleType:
    path = Path(frame.__file__)
    tree = Unguarded().visit(ast.parse(path.read_text(encoding="utf-8")))
    rules = ModuleType("rules.frame")
    exec(compile(tree, path.name, "exec"), vars(rules))
    return rules


def unguarded(value: float) -> int:
    """How many of 500 readings are accepted, one of which says this, if nobody catches anything."""
    fleet = Fleet(1, without_try())
    alerts.rule(touchy)
    try:
        fleet.fold(reading(seq, seq, str(value if seq == BAD else GOOD)) for seq in range(SIZE))
    except ZeroDivisionError:
        pass
    finally:
        alerts.RULES.remove(touchy)
    return fleet.ints[frame.TOP] + 1  # numbers begin with 0, and none is left out


STEPS = [(dedup, "with_seq"), (windows, "smoothed"), (windows, "ends"), (alerts, "after")]


def failing(step: object, *_: object) -> None:
    raise Unheard(step)


def each_step_raises() -> list[list[object]]:
    """For each step that raises: the verdict, and whether the device is as it was before."""
    found = []
    for module, name in STEPS:
        fleet = Fleet(1)
        fleet.fold([reading(0, 0, "20.0")])
        before, works = fleet.copy(), getattr(module, name)
        setattr(module, name, failing)
        try:
            verdicts = fleet.fold([reading(1, 20_000, "20.0")])
        finally:
            setattr(module, name, works)
        same = (fleet.ints, fleet.reals, fleet.events) == (before.ints, before.reals, before.events)
        found.append([name, verdicts[0], same])
    return found


if __name__ == "__main__":
    for what in "nan", "inf", "150.5", "66.6", "66.7", "66.8", "66.9":
        report = poisoned(BAD, BAD, what)
        print(f"{what:6} verdict {report['verdict']}, accepted: {report['accepted']}")
