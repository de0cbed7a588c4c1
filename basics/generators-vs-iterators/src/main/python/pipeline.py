"""How many records are in flight at once: from being made to being dropped or done with."""

from itertools import count, islice


class Records:
    """Makes records and counts those in flight."""

    def __init__(self):
        self.made = self.in_flight = self.peak = 0

    def make(self):
        self.made += 1
        self.in_flight += 1
        self.peak = max(self.peak, self.in_flight)
        return {"cents": self.made}

    def keep(self, record):
        """The filter of the pipelines: it drops every other record."""
        is_kept = record["cents"] % 2 == 0
        if not is_kept:
            self.done()
        return is_kept

    def done(self):
        self.in_flight -= 1


def as_generators(records, n):
    made = (records.make() for _ in range(n))
    kept = (record for record in made if records.keep(record))
    return (record | {"tax": record["cents"] // 5} for record in kept)


def as_lists(records, n):
    made = [records.make() for _ in range(n)]
    kept = [record for record in made if records.keep(record)]
    return [record | {"tax": record["cents"] // 5} for record in kept]


def half_sorted(records, n):
    yield from sorted(as_generators(records, n // 2), key=lambda record: record["tax"])
    yield from as_generators(records, n - n // 2)


def consumed(pipeline, n):
    """Consumes record by record; gives what was counted, and the taxes."""
    build = {"generators": as_generators, "lists": as_lists, "sorted": half_sorted}[pipeline]
    records = Records()
    taxes = []
    for record in build(records, n):
        taxes.append(record["tax"])
        records.done()
    return {"peak": records.peak, "left": records.in_flight, "taxes": taxes}


def made_until_found(cents, listed=None):
    """Records made until `any` has its answer: from an endless source, or listed before."""
    records = Records()
    source = (records.make() for _ in count())
    if listed:
        source = list(islice(source, listed))
    found = any(record["cents"] == cents for record in source)
    return {"found": found, "made": records.made}


if __name__ == "__main__":
    for n in (100, 10_000):
        print(f"in flight of {n}, generators:", consumed("generators", n)["peak"])
        print(f"in flight of {n}, lists:", consumed("lists", n)["peak"])
    print("records made until the sixth is found:", made_until_found(6)["made"])
