# caught by: the slab is all there is: a frame that is judged again with the old one is judged alike
# A cache that looks at the highest number only misses a rollback below it: the replay is lost.

accepted = {}


def process(dev, seq, ts, val, now, slab, out, n):
    for k in range(n):
        at = 2 * dev[k]
        top, known = accepted.get(dev[k], (None, None))
        if top != slab[at]:
            known = {slab[at] - j for j in range(WIDTH) if slab[at + 1] >> j & 1}
        verdict = plausible(val[k], ts[k], now)
        if verdict == ACCEPTED and slab[at] - seq[k] >= WIDTH:
            verdict = LATE
        if verdict == ACCEPTED and seq[k] in known:
            verdict = DUPLICATE
        if verdict == ACCEPTED:
            remember(slab, at, seq[k])
            known.add(seq[k])
        accepted[dev[k]] = slab[at], known
        out[k] = verdict
