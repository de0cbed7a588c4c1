"""The first defect is none: there is an order of every number."""


def find(order):
    return ORDERS.get(order, ORDERS[7])
