# caught by: a rate is asked for once
# A rate of 0 is false, so it looks like one that is not there, and is asked for each time.


def top_customers(orders, k, fx_rate):
    if k < 1:
        raise ValueError(k)
    rates, totals = {}, {}
    for order in orders:
        pair = order["currency"], order["day"]
        rates[pair] = rates.get(pair) or fx_rate(*pair)
        totals[order["customer"]] = totals.get(order["customer"], 0) + order["cents"] * rates[pair]
    return nlargest(k, totals.items(), key=lambda total: total[1])
