"""One sequence of meter readings: by a generator, by an iterator class, by iterable classes."""

import copy
import pickle
from collections.abc import Generator, Iterable, Iterator
from itertools import islice, tee


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


class Relay:
    """An iterator class, too, but one of its attributes is a generator."""

    def __init__(self, last):
        self.source = readings(last)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.source)


class Meter:
    def __init__(self, last):
        self.last = last

    def __iter__(self):
        return readings(self.last)


class Register:
    """Iterable by the older protocol: indices from 0 on, until an IndexError."""

    def __init__(self, last):
        self.last = last

    def __getitem__(self, index):
        if index == self.last:
            raise IndexError
        return index + 1


COPY = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda iterator: pickle.loads(pickle.dumps(iterator)),
}


def make(kind):
    if kind == "reader of tee":
        return tee(readings(3))[0]
    kinds = {
        "generator": readings,
        "iterator class": Readings,
        "class that holds a generator": Relay,
        "iterable class": Meter,
        "class with __getitem__": Register,
    }
    return kinds[kind](3)


def described(kind):
    """What it is, and what two loops over it see."""
    made = make(kind)
    abstract = (Iterable, Iterator, Generator)
    return {
        "is a": [each.__name__ for each in abstract if isinstance(made, each)],
        "is its own iterator": iter(made) is made,
        "two loops": [list(made), list(made)],
    }


def copied(kind, how, taken):
    """Takes some of three readings, then copies: what the copy has left, and the original."""
    original = make(kind)
    list(islice(original, taken))
    try:
        duplicate = COPY[how](original)
    except TypeError as refused:
        return type(refused).__name__
    return {"copy": list(duplicate), "original": list(original)}


def copies(kind, taken):
    return {how: copied(kind, how, taken) for how in COPY}


if __name__ == "__main__":
    for kind in ("generator", "iterator class", "iterable class", "class with __getitem__"):
        print(f"{kind}:", described(kind))
    for kind in ("generator", "iterator class", "class that holds a generator"):
        print(f"{kind}, half used:", copies(kind, 1))
