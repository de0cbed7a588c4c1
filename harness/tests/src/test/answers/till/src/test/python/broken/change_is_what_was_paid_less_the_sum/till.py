"""The till keeps a cent."""


def change(paid, prices):
    return paid - sum(prices) - 1
