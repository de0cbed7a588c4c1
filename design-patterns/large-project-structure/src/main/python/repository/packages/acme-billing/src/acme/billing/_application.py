"""What one can ask for."""

from acme.billing._ledger import post


def invoice(order, percent):
    return post([], order["cents"], percent)
