"""A carrier that keeps the contract, version 2."""


def quote(grams: int, country: str) -> int:
    return 490 + grams // 100 if country == "DE" else 1490
