# caught by: a broken reading costs itself, not its frame
# One reading that cannot be compared takes the rest of the frame with it.


def process(dev, seq, ts, val, now, slab, out, n, _process=process):
    k = 0
    try:
        for k in range(n):
            float(val[k])
    except (TypeError, ValueError):
        _process(dev, seq, ts, val, now, slab, out, k)
        out[k] = BROKEN
        return
    _process(dev, seq, ts, val, now, slab, out, n)
