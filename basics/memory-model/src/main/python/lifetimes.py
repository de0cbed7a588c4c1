"""When an object goes: at its last reference, or at a collection."""

import gc
import sys
import weakref

from collecting import collected

TIMES = 20  # one tracing collection may fall between two lines by chance, not that many

kept = []


class Reading:
    pass


def drop():
    """A weak reference to what is dropped, and whether it is gone by the next line."""
    reading = Reading()
    left = weakref.ref(reading)
    del reading
    return left, left() is None


def drop_one_of_two():
    reading = Reading()
    kept.append(reading)
    left = weakref.ref(reading)
    del reading
    return left, left() is None


def drop_a_cycle(cut=False):
    reading, sensor = Reading(), Reading()
    reading.sensor, sensor.last = sensor, reading
    left = weakref.ref(reading)
    if cut:
        sensor.last = None
    del reading, sensor
    return left, left() is None


def drop_a_cut_cycle():
    return drop_a_cycle(cut=True)


def gone():
    """By how it was dropped: is it always gone by the next line, is it after a collection?"""
    gc.disable()  # CPython's cycle collector only; no tracing collector takes orders
    seen = {way.__name__: seen_of(way) for way in WAYS}
    gc.enable()
    return seen


def seen_of(way):
    dropped = [way() for _ in range(TIMES)]
    return [all(at_once for _, at_once in dropped), collected(dropped[0][0])]


WAYS = (drop, drop_one_of_two, drop_a_cycle, drop_a_cut_cycle)


def counted(thing):
    """What a thousand more references to a thing add to its count."""
    before = sys.getrefcount(thing)
    kept.extend([thing] * 1000)
    return sys.getrefcount(thing) - before


def counts():
    return {"an object": counted(Reading()), "None": counted(None)}


if __name__ == "__main__":
    for way, (at_once, in_the_end) in gone().items():
        print(f"{way}: gone by the next line {at_once}, after a collection {in_the_end}")
    print("1000 more references add:", counts())
