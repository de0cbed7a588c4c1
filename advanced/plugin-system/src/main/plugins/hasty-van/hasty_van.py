"""A carrier that says version 2 and has the signature of version 1."""


def quote(grams: int) -> int:
    return 790
