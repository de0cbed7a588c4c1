"""One sequence of meter readings, made by a generator and by an iterator class."""

import copy
import pickle


def readings(last):
    reading = 0
    while reading < last:
        reading += 1
        yield reading


class Readings:
    def __init__(self, last):
        self.reading = 0
        self.last = last

    def __iter__(self):
        return self

    def __next__(self):
        if self.reading == self.last:
            raise StopIteration
        self.reading += 1
        return self.reading


def is_its_own_iterator():
    generator = readings(3)
    return iter(generator) is generator


def two_loops(make):
    iterator = make(3)
    return [list(iterator), list(iterator)]


def two_loops_over_the_generator():
    return two_loops(readings)


def after_a_break(save):
    """Take one of three readings, then save and restore: what is left."""
    return [remaining(make, save) for make in (readings, Readings)]


def remaining(make, save):
    iterator = make(3)
    next(iterator)
    try:
        return list(save(iterator))
    except TypeError as refused:
        return type(refused).__name__


def copied():
    return after_a_break(copy.copy)


def pickled():
    return after_a_break(lambda iterator: pickle.loads(pickle.dumps(iterator)))


if __name__ == "__main__":
    print("a generator is its own iterator:", is_its_own_iterator())
    print("two loops over one generator:", two_loops_over_the_generator())
    print("half used, copied    [generator, class]:", copied())
    print("half used, pickled   [generator, class]:", pickled())
