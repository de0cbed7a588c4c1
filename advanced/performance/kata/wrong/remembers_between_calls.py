# caught by: each call asks anew
# The default is made once, so it outlives the call: a corrected rate is never seen.


def top_customers(orders, k, fx_rate, rates={}):  # noqa: B006
    if k < 1:
        raise ValueError(k)
    totals = {}
    for order in orders:
        pair = order["currency"], order["day"]
        if pair not in rates:
            rates[pair] = fx_rate(*pair)
        totals[order["customer"]] = totals.get(order["customer"], 0) + order["cents"] * rates[pair]
    return nlargest(k, totals.items(), key=lambda total: total[1])
