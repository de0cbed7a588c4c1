# caught by: one device says nothing about another: not its numbers, not its clock
# A clock that is a few minutes ahead makes the readings of all other devices late.


def process(dev, seq, ts, val, now, slab, out, n):
    newest = 0
    for k in range(n):
        at = 2 * dev[k]
        verdict = plausible(val[k], ts[k], now)
        if verdict == ACCEPTED:
            verdict = seen(slab[at], slab[at + 1], seq[k])
        if verdict == ACCEPTED and ts[k] < newest - 60_000:
            verdict = LATE
        if verdict == ACCEPTED:
            newest = max(newest, ts[k])
            remember(slab, at, seq[k])
        out[k] = verdict
