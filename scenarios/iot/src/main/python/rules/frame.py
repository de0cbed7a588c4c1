"""Judge a frame of readings, and fold the accepted ones into the state of their devices.

The columns are arrays, one entry for each reading; so is the state, six whole numbers and four
real ones for each device. Nothing is made for a reading but numbers: that is what lets a
compiler turn the loop into machine code. On CPython `array.array` serves, in GraalPy Java's
arrays do, without a copy.

The clock is the frame's own, `now`, noted when it arrived. So the same frame on the same state
gives the same bytes whenever it is judged: that is what makes a crash and a replay harmless.
"""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence

from rules import alerts, dedup, windows
from rules.alerts import ALERT
from rules.windows import COUNT, HIGHEST, MEAN, NEWEST, NONE, START, SUM

INTS, REALS = 6, 4  # the state of one device: `ints` and `reals` each hold one after another
TOP, BITS = 0, 1
ROW = 6  # an event: kind, slot, then what it is about
WINDOW_CLOSED, ALERT_OPENED, ALERT_CLOSED = 1.0, 2.0, 3.0

ACCEPTED, DUPLICATE, LATE, RAISED, RANGE, CLOCK = range(6)
COLDEST, HOTTEST = -60.0, 150.0  # degrees: what this sensor can measure
LAST_SEQ = 1 << 53  # what JSON numbers carry exactly
AHEAD = 5 * 60 * 1000  # milliseconds that a device's clock may be ahead


def process(
    slot: Sequence[int],
    seq: Sequence[int],
    ts: Sequence[int],
    val: Sequence[float],
    now: int,
    ints: MutableSequence[int],
    reals: MutableSequence[float],
    out: MutableSequence[int],
    events: MutableSequence[float],
    n: int,
) -> int:
    """Fill `out` with a verdict for each of n readings; return how many rows `events` got.

    An exception costs its reading alone: all that can raise is computed before the first write.
    A reading that is refused leaves no trace, so a corrected one may follow.
    """
    rows = 0
    for k in range(n):
        device, number, time, value = slot[k], seq[k], ts[k], val[k]
        i, r = device * INTS, device * REALS
        top, bits, mean, alert = ints[i + TOP], ints[i + BITS], reals[r + MEAN], ints[i + ALERT]
        ends = False
        try:
            verdict = plausible(number, time, value, now)
            if verdict == ACCEPTED:
                verdict = dedup.verdict(top, bits, number)
            if verdict == ACCEPTED:
                bits = dedup.with_seq(top, bits, number)
                if number > top:  # an older one says nothing about now
                    mean = windows.smoothed(mean, value) if top >= 0 else value
                    alert = alerts.after(alert, value, mean)
                    ends = windows.ends(ints[i + START], time)
        except Exception:
            verdict = RAISED
        out[k] = verdict
        if verdict == ACCEPTED:
            ints[i + BITS] = bits
            rows = fold(ints, reals, device, number, time, value, mean, alert, ends, events, rows)
    return rows


def fold(
    ints: MutableSequence[int],
    reals: MutableSequence[float],
    device: int,
    number: int,
    time: int,
    value: float,
    mean: float,
    alert: int,
    ends: bool,
    events: MutableSequence[float],
    rows: int,
) -> int:
    """Write what else an accepted reading changes, and what it brings about into `events`."""
    i, r = device * INTS, device * REALS
    before = ints[i + ALERT]
    if number > ints[i + TOP]:
        ints[i + TOP] = number
        ints[i + NEWEST] = time
        reals[r + MEAN] = mean
        if ends:
            rows = closed(events, rows, device, ints, reals, i, r)
            ints[i + START] = NONE
        if alert != before:
            rows = changed(events, rows, device, time, alert, before, value, mean)
            ints[i + ALERT] = alert
    windows.add(ints, reals, i, r, time, value)
    return rows


def plausible(seq: int, ts: int, value: float, now: int) -> int:
    """What one reading alone shows. NaN is in no range."""
    if not (COLDEST <= value <= HOTTEST and 0 <= seq <= LAST_SEQ):
        return RANGE
    if not 0 <= ts <= now + AHEAD:
        return CLOCK
    return ACCEPTED


def closed(
    events: MutableSequence[float],
    rows: int,
    device: int,
    ints: Sequence[int],
    reals: Sequence[float],
    i: int,
    r: int,
) -> int:
    """Add the row of a window that is over: its start, count, mean and highest value."""
    count = ints[i + COUNT]
    return row(
        events,
        rows,
        WINDOW_CLOSED,
        device,
        ints[i + START],
        count,
        reals[r + SUM] / count,
        reals[r + HIGHEST],
    )


def changed(
    events: MutableSequence[float],
    rows: int,
    device: int,
    ts: int,
    alert: int,
    before: int,
    value: float,
    mean: float,
) -> int:
    """Add the row of an alert: time, number of its rule, the reading's value, the mean."""
    kind = ALERT_OPENED if alert else ALERT_CLOSED
    return row(events, rows, kind, device, ts, alert or before, value, mean)


def row(
    events: MutableSequence[float],
    rows: int,
    kind: float,
    device: int,
    when: int,
    count: int,
    value: float,
    other: float,
) -> int:
    at = rows * ROW
    events[at] = kind
    events[at + 1] = float(device)
    events[at + 2] = float(when)
    events[at + 3] = float(count)
    events[at + 4] = value
    events[at + 5] = other
    return rows + 1
