"""A copy of a carrier, under the same name, in a distribution of its own."""


def quote(grams: int, country: str) -> int:
    return 1
