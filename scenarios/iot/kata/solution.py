"""Judge first, remember last: what can refuse a reading comes before the one write."""

from array import array
from collections.abc import MutableSequence, Sequence

ACCEPTED, DUPLICATE, LATE, BROKEN, RANGE, CLOCK = range(6)
WIDTH = 64
FIVE_MINUTES = 5 * 60 * 1000


def process(
    dev: Sequence[int],
    seq: Sequence[int],
    ts: Sequence[int],
    val: Sequence[float | str | None],
    now: int,
    slab: array,
    out: MutableSequence[int],
    n: int,
) -> None:
    for k in range(n):
        at = 2 * dev[k]
        verdict = plausible(val[k], ts[k], now)
        if verdict == ACCEPTED:
            verdict = seen(slab[at], slab[at + 1], seq[k])
        if verdict == ACCEPTED:
            remember(slab, at, seq[k])
        out[k] = verdict


def plausible(value: float | str | None, time: int, now: int) -> int:
    """What one reading alone shows."""
    if value is None or isinstance(value, str):
        return BROKEN
    if not -60 <= value <= 150:
        return RANGE
    return CLOCK if time > now + FIVE_MINUTES else ACCEPTED


def seen(top: int, bits: int, number: int) -> int:
    behind = top - number
    if behind < 0:
        return ACCEPTED
    if behind >= WIDTH:
        return LATE
    return DUPLICATE if bits >> behind & 1 else ACCEPTED


def remember(slab: array, at: int, number: int) -> None:
    top, bits = slab[at], slab[at + 1]
    if number > top:
        bits = bits << min(number - top, WIDTH) | 1
        slab[at] = number
    else:
        bits |= 1 << top - number
    slab[at + 1] = signed(bits)


def signed(bits: int) -> int:
    """The lowest 64 of the bits, with bit 63 as the sign."""
    bits &= (1 << WIDTH) - 1
    return bits - (1 << WIDTH) if bits >> WIDTH - 1 else bits
