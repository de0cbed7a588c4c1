"""A carrier that was a script once, and still ends the program."""

import sys


def quote(grams: int, country: str) -> int:
    sys.exit(3)
