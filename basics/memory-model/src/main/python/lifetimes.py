"""When an object goes: at its last reference, or at a collection."""

import gc
import sys
import weakref

TIMES = 20  # one tracing collection may fall between two lines by chance, not that many
ROUNDS = 3


class Reading:
    pass


def drop():
    reading = Reading()
    left = weakref.ref(reading)
    del reading
    return left


def drop_a_cycle():
    reading, sensor = Reading(), Reading()
    reading.sensor, sensor.last = sensor, reading
    left = weakref.ref(reading)
    del reading, sensor
    return left


def collected(left):
    for _ in range(ROUNDS):
        if left() is None:
            break
        gc.collect()
    return left() is None


def gone(drop):
    """Whether dropped objects are all gone by the next line, and one after a collection."""
    gc.disable()  # CPython's cycle collector only; no tracing collector takes orders
    try:
        at_once = [drop()() is None for _ in range(TIMES)]
        return {"at once": all(at_once), "after collection": collected(drop())}
    finally:
        gc.enable()


def alone():
    return gone(drop)


def in_a_cycle():
    return gone(drop_a_cycle)


def counted(thing):
    """What a thousand more references to a thing add to its count."""
    before = sys.getrefcount(thing)
    references = [thing] * 1000
    added = sys.getrefcount(thing) - before
    del references
    return added


def counts():
    return {"an object": counted(Reading()), "None": counted(None)}


if __name__ == "__main__":
    print("a dropped object is gone:", alone())
    print("a dropped cycle is gone:", in_a_cycle())
    print("1000 more references add:", counts())
