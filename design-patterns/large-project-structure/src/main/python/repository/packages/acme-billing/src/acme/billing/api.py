"""What other distributions may import."""

from acme.billing._adapters import rates
from acme.billing._application import Billable, invoice
from acme.money.api import shown

__all__ = ["Billable", "invoice", "rates", "summary"]


def summary(order: Billable) -> str:
    return f"{shown(invoice(order, rates()['DE']))} with tax"
