"""What one can ask for."""

from typing import TypedDict

from acme.billing._ledger import post


class Billable(TypedDict):
    """Whatever has a price, such as an order: billing does not import orders."""

    cents: int


def invoice(order: Billable, percent: int) -> int:
    return post([], order["cents"], percent)
