"""What a basket costs and what comes back: the answer that the harness's tests spoil."""


# region total
def total(prices):
    return sum(prices)
# endregion


def change(paid, prices):
    return paid - sum(prices)
