"""A StopIteration that gets out by accident: where it is an error, and where it is silence."""

PRICES = {"apple": [120], "pear": [], "plum": [90]}


def latest(fruit):
    return next(iter(PRICES[fruit]))  # a pear has no price: StopIteration


def by_a_generator():
    for fruit in PRICES:
        yield latest(fruit)


class ByAClass:
    def __init__(self):
        self.fruits = iter(PRICES)

    def __iter__(self):
        return self

    def __next__(self):
        return latest(next(self.fruits))


def outcome(prices):
    try:
        return list(prices)
    except Exception as failure:
        return [type(failure).__name__, type(failure.__cause__).__name__]


def in_a_generator():
    return outcome(by_a_generator())


def in_a_class():
    return outcome(ByAClass())


def in_map():
    return outcome(map(latest, PRICES))


if __name__ == "__main__":
    print("prices of three fruits, the second missing")
    print("generator:", in_a_generator())
    print("iterator class:", in_a_class())
    print("map:", in_map())
