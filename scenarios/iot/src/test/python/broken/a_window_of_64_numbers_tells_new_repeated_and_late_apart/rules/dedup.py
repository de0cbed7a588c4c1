"""Bit 63 is the sign, so it is left alone: a number 63 behind the highest is always new."""


def with_seq(top, bits, seq):
    ahead = seq - top
    if ahead <= 0:
        return bits | bit(-ahead)
    if ahead >= WIDTH:
        return 1
    return (bits & (1 << WIDTH - 1 - ahead) - 1) << ahead | 1
