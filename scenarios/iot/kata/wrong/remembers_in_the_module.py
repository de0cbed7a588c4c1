# caught by: the slab is all there is: a frame that is judged again with the old one is judged alike
# What the module remembers outlives a rolled-back frame: its replay is thrown away as duplicates.

accepted_before = {}


def process(dev, seq, ts, val, now, slab, out, n):
    for k in range(n):
        at = 2 * dev[k]
        if (slab[at], slab[at + 1]) == (-1, 0):
            accepted_before[dev[k]] = set()
        verdict = plausible(val[k], ts[k], now)
        if verdict == ACCEPTED:
            verdict = seen(slab[at], slab[at + 1], seq[k])
        if verdict == ACCEPTED and seq[k] in accepted_before[dev[k]]:
            verdict = DUPLICATE
        if verdict == ACCEPTED:
            accepted_before[dev[k]].add(seq[k])
            remember(slab, at, seq[k])
        out[k] = verdict
