"""A StopIteration that gets out by accident: where it is an error, and where it is silence."""

PRICES = {"apple": [120], "pear": [], "plum": [90]}


def latest(fruit):
    return next(iter(PRICES[fruit]))  # a pear has no price: StopIteration


def latest_if_any(fruit):
    return next(iter(PRICES[fruit]), None)


def by_a_generator(fruits):
    for fruit in fruits:
        yield latest(fruit)


class ByAClass:
    def __init__(self, fruits):
        self.fruits = list(fruits)

    def __iter__(self):
        return self

    def __next__(self):
        if not self.fruits:
            raise StopIteration
        price = latest(self.fruits[0])
        del self.fruits[0]
        return price


def by_map(fruits):
    return map(latest, fruits)


def by_a_default(fruits):
    return map(latest_if_any, fruits)


async def by_a_coroutine(fruit):
    return latest(fruit)


async def by_an_async_generator(fruit):
    yield latest(fruit)


def awaited(how, fruit):
    """What a single step of asynchronous code ends with: its price, or the error and its cause."""
    step = {
        "coroutine": lambda: by_a_coroutine(fruit),
        "async generator": lambda: by_an_async_generator(fruit).__anext__(),
    }[how]()
    try:
        step.send(None)
    except StopIteration as end:
        return end.value
    except RuntimeError as error:
        return [type(error).__name__, type(error.__cause__).__name__]


def listed(how, fruits):
    """The prices as a list, or the error and its cause; then what a further `next` gives."""
    prices = {
        "generator": by_a_generator,
        "class": ByAClass,
        "map": by_map,
        "default": by_a_default,
    }[how](fruits)
    try:
        gives = list(prices)
    except RuntimeError as error:
        gives = [type(error).__name__, type(error.__cause__).__name__]
    return [gives, next(prices, "ended")]


if __name__ == "__main__":
    print("three fruits, no price for the second: [prices or error, next() after that]")
    for how in ("generator", "class", "map", "default"):
        print(f"{how}:", listed(how, PRICES))
    for how in ("coroutine", "async generator"):
        print(f"{how}, no price:", awaited(how, "pear"))
