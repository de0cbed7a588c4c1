"""Rounds as `round` does, half to even, and computes the rates in binary."""


def rounded(cents: Decimal) -> int:
    return round(float(cents))
