"""The report: each merchant's total in euro."""

from decimal import Decimal

from settlement.work import count


def euro(cents):
    count("conversions")
    return Decimal(cents) / 100


def totals_before(rows, merchants):
    totals = {}
    for merchant in merchants:
        amounts = [(who, euro(cents)) for who, cents in rows]  # all rows, for each merchant
        totals[merchant] = sum(amount for who, amount in amounts if who == merchant)
    return totals


def totals_after(rows, merchants):
    totals = dict.fromkeys(merchants, Decimal(0))
    for who, cents in rows:
        totals[who] += euro(cents)
    return totals
