"""process: judge a frame of readings with a state that a crash and a replay cannot fool.

    process(dev, seq, ts, val, now, slab, out, n)

A frame holds n readings in columns. Reading k came from device dev[k], is number seq[k], was
measured at ts[k] (ms since 1970, by the device's own clock), and says val[k]. `now` is when the
frame arrived, in ms since 1970. The columns are only read. They may be longer than n: ignore the
rest. Give each reading a verdict in out[k], and leave the rest of `out` alone:

    0  accepted
    1  a duplicate: this number of this device was accepted before
    2  late: its number is 64 or more behind the device's highest accepted one
    3  broken: val[k] is no number but None or a text
    4  out of range: val[k] is not between -60 and 150 (both are fine; NaN is in no range; an int
       may be of any size)
    5  the clock is wrong: ts[k] is more than 5 minutes after `now`

If several hold, the first of 3, 4, 5, 2, 1 counts. A number that is merely out of order is
accepted. A device's clock may be slow by any time, so ts[k] may be negative.

All that you remember is in `slab`, an array of 64-bit integers with a sign (array "q"), two for
each device:

    slab[2 * d]      the highest accepted number of device d; -1 if there is none
    slab[2 * d + 1]  64 bits: bit j is set if the number `highest - j` was accepted. Bit 63 is the
                     sign: if it is set, the integer is negative

Another process may judge the next frame: it gets nothing but the slab. After a crash the same
frame may come again, with the slab as it was before. A reading that is not accepted changes
nothing in the slab.

Numbers are not negative and fit into 62 bits. process returns nothing.

For example:

    >>> from array import array
    >>> slab, out = array("q", [-1, 0, -1, 0]), bytearray(4)
    >>> process([0, 0, 0, 1], [7, 8, 8, 8], [0, 0, 0, 0], [20.0] * 4, 0, slab, out, 4)
    >>> list(out)
    [0, 0, 1, 0]
    >>> slab
    array('q', [8, 3, 8, 1])
    >>> process([1], [9], [0], [151.0], 0, slab, out, 1)
    >>> list(out)
    [4, 0, 1, 0]

Check yourself with ./kata practice iot,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from array import array
from collections.abc import MutableSequence, Sequence


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
    raise NotImplementedError("process is yours to write")
