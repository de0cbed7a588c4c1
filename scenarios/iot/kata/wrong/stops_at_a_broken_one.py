# caught by: a broken reading costs itself, not its frame
# One reading that cannot be compared takes the rest of the frame with it.


def process(dev, seq, ts, val, now, slab, out, n, _process=process):
    good = next((k for k in range(n) if plausible(val[k], ts[k], now) == BROKEN), n)
    _process(dev, seq, ts, val, now, slab, out, good)
    if good < n:
        out[good] = BROKEN
