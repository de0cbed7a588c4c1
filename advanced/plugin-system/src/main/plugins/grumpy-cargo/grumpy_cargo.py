"""A carrier that raises, and whose exception cannot even be printed."""


class Closed(Exception):
    def __str__(self) -> str:
        raise ValueError("no comment")


def quote(grams: int, country: str) -> int:
    raise Closed
