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


class SlottedBelow(Slotted):
    __slots__ = ("tariff",)


class PlainBelow(Slotted):
    """Says nothing of slots."""


class BelowPlain(Plain):
    __slots__ = ()


class Referable(Slotted):
    __slots__ = ("__weakref__",)


def error_of(action):
    try:
        action()
    except (AttributeError, TypeError) as refused:
        return type(refused).__name__
    return "no error"


def set_on(name):
    """By class: how setting an attribute of that name fails, if it does."""
    makes = (Plain, Slotted, SlottedBelow, PlainBelow, BelowPlain, Referable)
    return {make.__name__: error_of(lambda make=make: setattr(make(), name, 43)) for make in makes}


def values():
    return [[each.meter, each.kwh, each.day] for each in (Plain(), Slotted())]


def weakly_referenced():
    makes = (Plain, Slotted, Referable)
    return {make.__name__: error_of(lambda make=make: weakref.ref(make())) for make in makes}


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


def saves_a_third(small, large):
    return 3 * small <= 2 * large


def sizes():
    """Whether slots save a third, and whether a look at a plain object makes it grow by half."""
    slotted, below, plain, seen = map(bytes_each, (Slotted, BelowPlain, Plain, looked_into))
    if plain is None:
        return dict.fromkeys(
            ("slots", "a look", "slots below a plain class", "measured"), "not traced"
        )
    return {
        "slots": saves_a_third(slotted, plain),
        "a look": saves_a_third(plain, seen),
        "slots below a plain class": saves_a_third(below, plain),
        "measured": slotted > Slotted.__basicsize__,  # and some bytes of the collector
    }


if __name__ == "__main__":
    print("a misspelt attribute:", set_on("kwhs"))
    print("a weak reference:", weakly_referenced())
    print("bytes: slotted, plain:", bytes_each(Slotted), bytes_each(Plain))
    print("bytes: plain, after a look at its vars:", bytes_each(looked_into))
    print("so:", sizes())
