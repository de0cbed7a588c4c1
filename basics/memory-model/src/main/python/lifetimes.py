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
    reading = Reading()
    left = weakref.ref(reading)
    del reading
    return left


def drop_one_of_two():
    kept.append(Reading())
    left = weakref.ref(reading := kept[-1])
    del reading
    return left


def drop_a_cycle(cut=False):
    reading, sensor = Reading(), Reading()
    reading.sensor, sensor.last = sensor, reading
    left = weakref.ref(reading)
    if cut:
        sensor.last = None
    del reading, sensor
    return left


def drop_a_cut_cycle():
    return drop_a_cycle(cut=True)


def gone():
    """By how it was dropped: is it always gone by the next line, is it after a collection?"""
    gc.disable()  # CPython's cycle collector only; no tracing collector takes orders
    ways = (drop, drop_one_of_two, drop_a_cycle, drop_a_cut_cycle)
    seen = {
        way.__name__: [all(way()() is None for _ in range(TIMES)), collected(way())] for way in ways
    }
    gc.enable()
    return seen


def counted(thing):
    """What a thousand more references to a thing add to its count."""
    before = sys.getrefcount(thing)
    references = [thing] * 1000
    added = sys.getrefcount(thing) - before
    return added if references else None


def counts():
    return {"an object": counted(Reading()), "None": counted(None)}


if __name__ == "__main__":
    for way, (at_once, in_the_end) in gone().items():
        print(f"{way}: gone by the next line {at_once}, after a collection {in_the_end}")
    print("1000 more references add:", counts())
