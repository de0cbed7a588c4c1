"""A frame of 500 readings, one of which is bad: it costs itself, and leaves no trace."""

from __future__ import annotations

import math

from fleet import NOW, SECOND, Fleet, Reading
from rules import alerts, frame

SIZE, BAD = 500, 490

POISON: dict[str, Reading] = {
    "not a number": (0, BAD, NOW + BAD, math.nan),
    "infinite": (0, BAD, NOW + BAD, math.inf),
    "too hot": (0, BAD, NOW + BAD, 150.5),
    "too cold": (0, BAD, NOW + BAD, -60.5),
    "negative seq": (0, -1, NOW, 20.0),
    "seq above 2^53": (0, 2**53 + 1, NOW, 20.0),
    "clock 5 min and 1 ms ahead": (0, BAD, NOW + 300 * SECOND + 1, 20.0),
    "before 1970": (0, BAD, -1, 20.0),
    "an alert rule raises": (0, BAD, NOW + BAD, 66.6),
}
JUST_GOOD: list[Reading] = [
    (0, 0, NOW, 150.0),
    (0, 1, NOW, -60.0),
    (0, 2**53, NOW, 20.0),
    (0, 2**53 - 1, NOW + 300 * SECOND, 20.0),
    (0, 2**53 - 2, 0, 20.0),
]


def touchy(value: float, mean: float, is_open: bool) -> bool:
    if value == 66.6 or not -60 <= value <= 150:  # nobody asks it about what cannot be
        raise ZeroDivisionError
    return False


def good(count: int = SIZE) -> list[Reading]:
    return [(0, seq, NOW + seq, 20.0) for seq in range(count)]


def poisoned(kind: str) -> dict[str, object]:
    """The frame with one bad reading, and then the corrected one, twice."""
    rows = good()
    rows[BAD] = POISON[kind]
    fleet, spared = Fleet(1), Fleet(1)
    alerts.rule(touchy)
    try:
        verdicts = fleet.fold(rows)
        spared.fold(rows[:BAD] + rows[BAD + 1 :])
        traceless = fleet.state(0) == spared.state(0) and fleet.events == spared.events
        corrected = fleet.fold([(0, BAD, NOW + BAD, 20.0)] * 2)
        alone = Fleet(1)
        first = alone.fold([POISON[kind], (0, BAD, NOW, 20.0)])
    finally:
        alerts.RULES.remove(touchy)
    return {
        "verdict": verdicts[BAD],
        "accepted": verdicts.count(0),
        "traceless": traceless,
        "corrected": corrected,
        "as the first": first[1],
    }


def unguarded(kind: str) -> int:
    """How many readings get a verdict if nobody catches what one of them raises."""
    rows = good()
    rows[BAD] = POISON[kind]
    done = 0
    try:
        for _, _, _, value in rows:
            touchy(value, value, False)
            done += 1
    except ZeroDivisionError:
        pass
    return done


def just_good() -> list[int]:
    return [Fleet(1).fold([reading])[0] for reading in JUST_GOOD]


def names() -> dict[int, str]:
    """What the verdicts say."""
    words = ("ACCEPTED", "DUPLICATE", "LATE", "RAISED", "RANGE", "CLOCK")
    return {getattr(frame, word): word.lower() for word in words}


if __name__ == "__main__":
    for each in POISON:
        report = poisoned(each)
        print(f"{each:28} {names()[report['verdict']]:8} accepted: {report['accepted']}")
