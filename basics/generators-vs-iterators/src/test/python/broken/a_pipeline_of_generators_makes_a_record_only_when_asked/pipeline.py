"""One stage collects everything before it passes anything on."""


def as_generators(source, n):
    made = [source.make() for _ in range(n)]
    even = (record for record in made if record.cents % 2 == 0)
    return ((record.cents, record.cents // 5) for record in even)
