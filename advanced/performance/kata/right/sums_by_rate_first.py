# whole
"""Adds up cents for each customer and rate, and asks for the rates only when all are read."""

from collections import Counter
from collections.abc import Callable, Iterable
from fractions import Fraction


def top_customers(
    orders: Iterable[dict], k: int, fx_rate: Callable[[str, int], Fraction]
) -> list[tuple[str, Fraction]]:
    if k < 1:
        raise ValueError(f"k is {k}")
    cents: Counter[tuple[str, str, int]] = Counter()
    for order in orders:
        cents[order["customer"], order["currency"], order["day"]] += order["cents"]
    pairs = dict.fromkeys((currency, day) for _, currency, day in cents)
    rates = {pair: fx_rate(*pair) for pair in pairs}
    totals: dict[str, Fraction] = {}
    for (customer, *pair), amount in cents.items():
        totals[customer] = totals.get(customer, Fraction()) + amount * rates[tuple(pair)]
    places = {customer: place for place, customer in enumerate(totals)}
    ranked = sorted(totals.items(), key=lambda pair: (-pair[1], places[pair[0]]))
    return ranked[:k]
