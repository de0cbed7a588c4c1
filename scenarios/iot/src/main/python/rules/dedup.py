"""Has this reading been seen? Two numbers for each device answer that, whatever is sent again.

A device numbers its readings. `top` is the highest number accepted so far, -1 at first. `bits`
remembers the 64 numbers up to it: bit j is set if `top - j` was accepted. This is the sliding
window that IPsec keeps against replayed packets (RFC 4303, 3.4.3), and a number that has fallen
out of the window is refused, because the mask cannot tell whether it is new.

`bits` lies in 64 bits with a sign, as in an array of Java longs: bit 63 is the sign. No step
makes a larger number on the way, so a compiler can keep to machine words.
"""

from __future__ import annotations

WIDTH = 64
SIGN = -(1 << 63)  # bit 63 alone
NEW, DUPLICATE, LATE = 0, 1, 2


def verdict(top: int, bits: int, seq: int) -> int:
    """NEW, DUPLICATE if `seq` was accepted before, or LATE if it is too old to tell."""
    behind = top - seq
    if behind < 0:
        return NEW
    if behind >= WIDTH:
        return LATE
    return bits >> behind & 1


def with_seq(top: int, bits: int, seq: int) -> int:
    """The bits after `seq`, which is new, was accepted; they belong to `max(top, seq)`."""
    ahead = seq - top
    if ahead <= 0:
        return bits | bit(-ahead)
    if ahead >= WIDTH:
        return 1
    kept = bits & (1 << WIDTH - 1 - ahead) - 1  # those that stay below bit 63
    sign = SIGN if bits >> WIDTH - 1 - ahead & 1 else 0  # the one that arrives there
    return kept << ahead | sign | 1


def bit(j: int) -> int:
    return SIGN if j == WIDTH - 1 else 1 << j
