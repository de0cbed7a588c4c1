"""What other distributions may import."""

from acme.billing._adapters import rates
from acme.billing._application import invoice
from acme.money.api import shown

__all__ = ["invoice", "rates", "summary"]


def summary(order):
    return f"{shown(invoice(order, rates()['DE']))} with tax"
