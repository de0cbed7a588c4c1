"""A frame of 500 readings, one of which is bad: it costs itself, and leaves no trace."""

from __future__ import annotations

from fleet import NOW, Fleet, Reading
from rules import alerts

SIZE, BAD = 500, 490
GOOD = 20.0


def touchy(value: float, mean: float, is_open: bool) -> bool:
    """An alert rule that has been tried with one value only."""
    if value != GOOD:
        raise ZeroDivisionError
    return False


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


def judged_alone(readings: list[tuple[int, int, str]]) -> list[int]:
    """The verdicts on readings, each of which is the first of its device."""
    return [Fleet(1).fold([reading(*each)])[0] for each in readings]


def unguarded(value: float) -> int:
    """How many of 500 readings are judged, one of which says this, if nobody catches anything."""
    done = 0
    try:
        for number in range(SIZE):
            touchy(value if number == BAD else GOOD, GOOD, False)
            done += 1
    except ZeroDivisionError:
        pass
    return done


if __name__ == "__main__":
    for what in "nan", "inf", "150.5", "66.6":
        report = poisoned(BAD, BAD, what)
        print(f"{what:6} verdict {report['verdict']}, accepted: {report['accepted']}")
