# caught by: an order is used only until the next one is taken, and not changed
# All orders are put into a list first, to group them: the reader has overwritten them by then.

one_pass = top_customers


def top_customers(orders, k, fx_rate):
    if k < 1:
        raise ValueError(k)
    return one_pass(list(orders), k, fx_rate)
