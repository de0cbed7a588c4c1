"""Bookkeeping: nobody else posts here."""

from acme.money.api import total, with_percent


def post(entries: list[int], cents: int, percent: int) -> int:
    entries.append(with_percent(cents, percent))
    return total(entries)
