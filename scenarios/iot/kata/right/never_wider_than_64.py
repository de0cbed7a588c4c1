"""No number on the way is wider than 64 bits, so a compiler can keep to machine words."""

SIGN = -(1 << 63)


def remember(slab, at, number):
    top, bits = slab[at], slab[at + 1]
    ahead = number - top
    if ahead >= WIDTH:
        slab[at], slab[at + 1] = number, 1
    elif ahead > 0:
        kept = bits & (1 << 63 - ahead) - 1
        sign = SIGN if bits >> 63 - ahead & 1 else 0
        slab[at], slab[at + 1] = number, kept << ahead | sign | 1
    else:
        slab[at + 1] = bits | (SIGN if ahead == -63 else 1 << -ahead)
