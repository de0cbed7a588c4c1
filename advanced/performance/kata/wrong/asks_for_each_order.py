# caught by: the examples of the task hold
# The rate is asked for where it is needed: once for each order, and the bank is slow.


def top_customers(orders, k, fx_rate):
    if k < 1:
        raise ValueError(k)
    totals = {}
    for order in orders:
        amount = order["cents"] * fx_rate(order["currency"], order["day"])
        totals[order["customer"]] = totals.get(order["customer"], 0) + amount
    return nlargest(k, totals.items(), key=lambda total: total[1])
