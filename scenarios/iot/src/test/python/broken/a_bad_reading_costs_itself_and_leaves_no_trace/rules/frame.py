"""A number counts as seen as soon as it has come: also that of a reading that is refused."""

judge = process


def process(slot, seq, ts, val, now, ints, reals, out, events, n):
    rows = judge(slot, seq, ts, val, now, ints, reals, out, events, n)
    for k in range(n):
        i = slot[k] * INTS
        if out[k] >= RAISED and 0 <= ints[i + TOP] - seq[k] < dedup.WIDTH:
            ints[i + BITS] = dedup.with_seq(ints[i + TOP], ints[i + BITS], seq[k])
    return rows
