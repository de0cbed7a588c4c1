"""The running figures of a device: its current window of ten seconds, and a smoothed mean.

A window holds readings by the time at which they were measured (event time), not by the time at
which they arrived: windows come out the same after an outage or a replay (Akidau and others,
"The Dataflow Model", 2015). Each device has a clock, and a window, of its own, so a wrong clock
harms its own device alone. A window closes with the device's first reading behind its end. A
reading from before the open window is accepted and stored, and changes no figure here.

The mean is exponentially weighted (EWMA): it needs one number, and forgets by itself.

The figures of the device whose state begins at `i` and `r`: `ints[i + START]` and so on.
"""

from __future__ import annotations

from collections.abc import MutableSequence

Ints = MutableSequence[int]
Reals = MutableSequence[float]

LENGTH = 10_000  # milliseconds
WEIGHT = 0.2  # of the newest reading
START, COUNT, NEWEST = 2, 3, 5
SUM, LOWEST, HIGHEST, MEAN = 0, 1, 2, 3


def smoothed(mean: float, value: float) -> float:
    return mean + WEIGHT * (value - mean)


def ends(start: int, ts: int) -> bool:
    """Is `ts` behind the window that begins at `start`? -1: there is no window."""
    return start != -1 and ts >= start + LENGTH


def add(ints: Ints, reals: Reals, i: int, r: int, ts: int, value: float) -> None:
    """Count the reading in its window, and begin the window if it is not the open one."""
    start = ts - ts % LENGTH
    if start > ints[i + START]:
        ints[i + START] = start
        ints[i + COUNT] = 1
        reals[r + SUM] = reals[r + LOWEST] = reals[r + HIGHEST] = value
    elif start == ints[i + START]:
        ints[i + COUNT] += 1
        reals[r + SUM] += value
        if value < reals[r + LOWEST]:
            reals[r + LOWEST] = value
        if value > reals[r + HIGHEST]:
            reals[r + HIGHEST] = value
