"""One pass over the orders, one dict of rates for each call, and no sorting of all customers."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from heapq import nlargest


def top_customers(
    orders: Iterable[dict], k: int, fx_rate: Callable[[str, int], Fraction]
) -> list[tuple[str, Fraction]]:
    if k < 1:
        raise ValueError(f"the top {k} customers are nobody")
    rates: dict[tuple[str, int], Fraction] = {}
    totals: dict[str, Fraction] = {}
    for order in orders:
        pair = order["currency"], order["day"]
        if pair not in rates:  # not `rates.get(pair)`: a rate of 0 is a rate
            rates[pair] = fx_rate(*pair)
        customer = order["customer"]
        totals[customer] = totals.get(customer, Fraction(0)) + order["cents"] * rates[pair]
    return nlargest(k, totals.items(), key=lambda total: total[1])  # keeps the order of equals
