# caught by: an exception of fx_rate reaches the caller, and nothing is asked again
# The KeyError is meant for a customer's first order; one of fx_rate is taken for it, too.


def top_customers(orders, k, fx_rate):
    if k < 1:
        raise ValueError(k)
    rates, totals = {}, {}

    def rate(*pair):
        if pair not in rates:
            rates[pair] = fx_rate(*pair)
        return rates[pair]

    for order in orders:
        pair = order["currency"], order["day"]
        try:
            totals[order["customer"]] += order["cents"] * rate(*pair)
        except KeyError:
            totals[order["customer"]] = order["cents"] * rate(*pair)
    return nlargest(k, totals.items(), key=lambda total: total[1])
