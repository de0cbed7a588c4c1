"""Whole cents, never floats."""


def total(amounts: list[int]) -> int:
    return sum(amounts)


def with_percent(cents: int, percent: int) -> int:
    """Half a cent is rounded up."""
    return cents + (cents * percent + 50) // 100
