# caught by: a rate is asked for once
# lru_cache holds 128 entries: in a round of 200 days the rate that is needed has just gone.

from functools import lru_cache


def top_customers(orders, k, fx_rate):
    if k < 1:
        raise ValueError(k)
    rate = lru_cache(fx_rate)
    totals = {}
    for order in orders:
        amount = order["cents"] * rate(order["currency"], order["day"])
        totals[order["customer"]] = totals.get(order["customer"], 0) + amount
    return nlargest(k, totals.items(), key=lambda total: total[1])
