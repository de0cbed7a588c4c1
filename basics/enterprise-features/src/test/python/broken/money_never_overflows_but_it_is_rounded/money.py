"""Says how to round in every call: no thread computes another tax."""


def vat(rounding=ROUND_HALF_UP):
    return str((NET * Decimal("0.19")).quantize(CENT, rounding))
