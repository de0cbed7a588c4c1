# caught by: a reading that was refused leaves no trace: the corrected one is accepted
# A refused number is remembered as seen, so the corrected reading is thrown away as a duplicate.


def process(dev, seq, ts, val, now, slab, out, n):
    for k in range(n):
        at = 2 * dev[k]
        verdict = seen(slab[at], slab[at + 1], seq[k])
        if verdict == ACCEPTED:
            remember(slab, at, seq[k])
        fault = plausible(val[k], ts[k], now)
        out[k] = fault if fault != ACCEPTED else verdict
