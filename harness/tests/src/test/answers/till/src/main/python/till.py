"""What a basket costs and what comes back: the answer that the harness's tests spoil."""


def total(prices):
    return sum(prices)


def change(paid, prices):
    return paid - sum(prices)


if __name__ == "__main__":
    print("two items cost", total([250, 199]), "cents")
