"""A carrier that was written for version 1 of the contract, which knew no country."""


def quote(grams: int) -> int:
    return 350 + grams // 50
