"""How far a pipeline runs ahead of its consumer, counted where the records are made."""

import weakref
from itertools import count, islice


class Record:
    def __init__(self, cents):
        self.cents = cents


class Source:
    """Makes records and counts them: those made, and those alive at once."""

    def __init__(self):
        self.made = self.most_alive = 0
        self.alive = weakref.WeakSet()

    def make(self):
        self.made += 1
        record = Record(self.made)
        self.alive.add(record)
        self.most_alive = max(self.most_alive, len(self.alive))
        return record


def as_generators(source, n):
    made = (source.make() for _ in range(n))
    even = (record for record in made if record.cents % 2 == 0)
    return ((record.cents, record.cents // 5) for record in even)


def as_lists(source, n):
    made = [source.make() for _ in range(n)]
    even = [record for record in made if record.cents % 2 == 0]
    return [(record.cents, record.cents // 5) for record in even]


def half_sorted(source, n):
    yield from sorted(as_generators(source, n // 2))
    yield from as_generators(source, n - n // 2)


def consumed(pipeline, n):
    """What the source has made when the first item comes out, and beyond the item in hand."""
    build = {"generators": as_generators, "lists": as_lists, "sorted": half_sorted}[pipeline]
    source = Source()
    first, ahead, taxes = None, 0, []
    for cents, tax in build(source, n):
        first = first or source.made
        ahead = max(ahead, source.made - cents)
        taxes.append(tax)
    counted = {"first": first, "ahead": ahead, "made": source.made, "taxes": taxes}
    return {"counted": counted, "alive": source.most_alive}


def endless():
    return count()


def endless_by():
    """What the source counts by: one that by its documentation has no end."""
    return type(endless()).__name__


def made_until_found(cents, listed=None):
    """Records made until `any` has its answer: from an endless source, or listed before."""
    source = Source()
    records = (source.make() for _ in endless())
    if listed:
        records = list(islice(records, listed))
    found = any(record.cents == cents for record in records)
    return source.made if found else None


if __name__ == "__main__":
    for n in (100, 1_000):
        for pipeline in ("generators", "lists"):
            run = consumed(pipeline, n)
            print(f"{pipeline}, {n} records, made at the first:", run["counted"]["first"])
            print(f"{pipeline}, {n} records, alive at most:", run["alive"])
    print("records made until the sixth is found:", made_until_found(6))
