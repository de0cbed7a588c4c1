"""Knows what was booked, and can cancel it."""

from shop.infra.ledger import book

booked = []


def cancel_the_last():
    book(-booked[-1])
