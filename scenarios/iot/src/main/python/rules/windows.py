"""The running figures of a device: its current window of ten seconds, and a smoothed mean.

A window holds readings by the time at which they were measured (event time), not by the time at
which they arrived: windows come out the same after an outage or a replay (Akidau and others,
"The Dataflow Model", 2015). Each device has a clock, and a window, of its own, so a wrong clock
harms its own device alone.

The window is over when the device's newest reading is behind its end, or so far before it that
the clock must have been set back. Newest is the one with the highest number: a clock can be set,
a counter cannot. A reading that belongs to a window before the open one changes no figure here.

The mean is exponentially weighted (EWMA): it needs one number, and forgets by itself.

The figures of the device whose state begins at `i` and `r`: `ints[i + START]` and so on.
"""

from __future__ import annotations

from collections.abc import MutableSequence

Ints = MutableSequence[int]
Reals = MutableSequence[float]

LENGTH = 10_000  # milliseconds
WEIGHT = 0.2  # of the newest reading
NONE = -1  # no window is open
START, COUNT, NEWEST = 2, 3, 5
SUM, LOWEST, HIGHEST, MEAN = 0, 1, 2, 3


def smoothed(mean: float, value: float) -> float:
    return mean + WEIGHT * (value - mean)


def ends(start: int, newest: int) -> bool:
    """Is the window that begins at `start` over, the newest reading being of this time?"""
    return start != NONE and not start - LENGTH <= newest < start + LENGTH


def add(ints: Ints, reals: Reals, i: int, r: int, ts: int, value: float) -> None:
    """Count a reading in the window that is open, if it belongs there, or in a new one."""
    start = ts - ts % LENGTH
    if ints[i + START] == NONE:
        ints[i + START] = start
        ints[i + COUNT] = 1
        reals[r + SUM] = reals[r + LOWEST] = reals[r + HIGHEST] = value
    elif ints[i + START] == start:
        ints[i + COUNT] += 1
        reals[r + SUM] += value
        if value < reals[r + LOWEST]:
            reals[r + LOWEST] = value
        if value > reals[r + HIGHEST]:
            reals[r + HIGHEST] = value
