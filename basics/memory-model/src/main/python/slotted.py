"""What `__slots__` takes away: the dict, and with it misspelt attributes and some memory."""

import weakref

COUNT = 10_000


class Plain:
    def __init__(self):
        self.meter, self.kwh, self.day = 7, 42, 365


class Slotted:
    __slots__ = ("day", "kwh", "meter")

    def __init__(self):
        self.meter, self.kwh, self.day = 7, 42, 365


class Below(Slotted):
    """Says nothing of slots."""


class Above(Plain):
    __slots__ = ("tariff",)


def misspelt(reading):
    try:
        reading.kwhs = 43
    except AttributeError as refused:
        return type(refused).__name__
    return None


def misspellings():
    return {make.__name__: misspelt(make()) for make in (Plain, Slotted, Below, Above)}


def weakly_referenced():
    reading = Slotted()
    try:
        weakref.ref(reading)
    except TypeError as refused:
        return type(refused).__name__
    return None


def looked_into():
    reading = Plain()
    vars(reading)  # as a debugger or a logger does
    return reading


def bytes_each(make):
    import tracemalloc

    if not hasattr(tracemalloc, "start"):
        return None
    kept = [None] * COUNT
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for index in range(COUNT):
        kept[index] = make()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) // COUNT


def sizes():
    """Whether slots save a third, and whether a look at a plain object makes it grow by half."""
    slotted, plain, seen = map(bytes_each, (Slotted, Plain, looked_into))
    if plain is None:
        return {"saves a third": None, "grows by half": None}
    return {"saves a third": 3 * slotted <= 2 * plain, "grows by half": 2 * seen >= 3 * plain}


if __name__ == "__main__":
    print("a misspelt attribute:", misspellings())
    print("a weak reference:", weakly_referenced())
    print("bytes: slotted, plain:", bytes_each(Slotted), bytes_each(Plain))
    print("bytes: plain, after a look at its vars:", bytes_each(looked_into))
    print("so:", sizes())
