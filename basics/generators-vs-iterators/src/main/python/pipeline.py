"""How many records are in flight at once: counted, not weighed."""


class Records:
    """Makes records and counts those that are made and not yet done with."""

    def __init__(self):
        self.made = self.in_flight = self.peak = 0

    def make(self):
        self.made += 1
        self.in_flight += 1
        self.peak = max(self.peak, self.in_flight)
        return {"cents": self.made}

    def done(self):
        self.in_flight -= 1


def as_generators(records, n):
    made = (records.make() for _ in range(n))
    taxed = (record | {"tax": record["cents"] // 5} for record in made)
    return (record for record in taxed if record["cents"] > 0)


def as_lists(records, n):
    made = [records.make() for _ in range(n)]
    taxed = [record | {"tax": record["cents"] // 5} for record in made]
    return [record for record in taxed if record["cents"] > 0]


def peak(build, n):
    records = Records()
    for _ in build(records, n):
        records.done()
    return records.peak


def peak_of_generators(n):
    return peak(as_generators, n)


def peak_of_lists(n):
    return peak(as_lists, n)


def pulls_until_found(cents):
    """Records made from an endless source until `any` has its answer."""
    records = Records()
    endless = iter(records.make, None)
    any(record["cents"] == cents for record in endless)
    return records.made


if __name__ == "__main__":
    for n in (100, 10_000):
        print(f"in flight of {n}, generators:", peak_of_generators(n))
        print(f"in flight of {n}, lists:", peak_of_lists(n))
    print("records made until the sixth is found:", pulls_until_found(6))
