"""Whole cents, never floats."""


def total(amounts):
    return sum(amounts)


def with_percent(cents, percent):
    """Half a cent is rounded up."""
    return cents + (cents * percent + 50) // 100
