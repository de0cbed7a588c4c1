"""A carrier whose entry point names a function that is not here."""


def quotation(grams: int, country: str) -> int:
    return 990
