# whole
"""The bits become a set of numbers for a moment: slower, and easy to believe."""

from numbers import Real


def unpacked(top, bits):
    return {top - j for j in range(64) if bits >> j & 1}


def packed(top, seen):
    bits = sum(1 << top - number for number in seen if top - number < 63)
    return bits - (1 << 63) if top - 63 in seen else bits


def judge(number, time, value, now, top, seen):
    if not isinstance(value, Real):
        return 3
    if not -60 <= value <= 150:
        return 4
    if time > now + 300_000:
        return 5
    if top - number >= 64:
        return 2
    return 1 if number in seen else 0


def process(dev, seq, ts, val, now, slab, out, n):
    for k in range(n):
        top, bits = slab[2 * dev[k] : 2 * dev[k] + 2]
        seen = unpacked(top, bits)
        out[k] = judge(seq[k], ts[k], val[k], now, top, seen)
        if out[k] == 0:
            top = max(top, seq[k])
            slab[2 * dev[k]] = top
            slab[2 * dev[k] + 1] = packed(top, seen | {seq[k]})
