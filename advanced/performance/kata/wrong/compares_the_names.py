# caught by: of equal totals, the customer whose first order came earlier stands first
# Pairs are compared to their end: of equal totals, the names decide.

whole = top_customers


def top_customers(orders, k, fx_rate):
    if k < 1:
        raise ValueError(k)
    totals = [(total, customer) for customer, total in whole(orders, 10**9, fx_rate)]
    return [(customer, total) for total, customer in sorted(totals, reverse=True)[:k]]
