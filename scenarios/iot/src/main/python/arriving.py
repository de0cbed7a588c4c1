"""Numbers as a network delivers them, late, twice and out of order, judged beside a plain set."""

from __future__ import annotations

from binascii import crc32
from random import Random

from fleet import NOW, Fleet
from rules import dedup

STREAMS, NUMBERS = 200, 90
REACH = (2, 20, 66, 200)  # how many places a copy may come too late, in different streams


def stream(seed: int) -> list[int]:
    """Every number once, and a third of them again."""
    chance = Random(seed)
    reach = REACH[seed % len(REACH)]
    copies = [seq for seq in range(NUMBERS) for _ in range(1 + (chance.random() < 1 / 3))]
    return [seq for _, seq in sorted((seq + reach * chance.random(), seq) for seq in copies)]


def by_a_set(numbers: list[int]) -> list[int]:
    """What a memory without a bound says: as long as it may remember, it needs no window."""
    seen: set[int] = set()
    verdicts = []
    for seq in numbers:
        if max(seen, default=-1) - seq >= 64:
            verdicts.append(dedup.LATE)
        else:
            verdicts.append(dedup.DUPLICATE if seq in seen else dedup.NEW)
            seen.add(seq)
    return verdicts


def judged(numbers: list[int]) -> list[int]:
    return Fleet(1).fold([(0, seq, NOW, 20.0) for seq in numbers])


def against_a_set() -> dict[str, object]:
    """All streams: how many, those judged otherwise than by the set, kinds of verdict, checksum."""
    streams = [stream(seed) for seed in range(STREAMS)]
    verdicts = [judged(numbers) for numbers in streams]
    expected = [by_a_set(numbers) for numbers in streams]
    flat = [verdict for each in verdicts for verdict in each]
    return {
        "streams": len({tuple(numbers) for numbers in streams}),
        "differ": sum(map(list.__ne__, verdicts, expected)),
        "kinds": [flat.count(kind) for kind in range(6)],
        "checksum": f"{crc32(bytes(flat)):08x}",
    }


def after_99(then: list[int]) -> list[int]:
    """Numbers judged after 0 to 99, of which 36 is missing."""
    return judged([*(seq for seq in range(100) if seq != 36), *then])[99:]


def by_the_highest_alone(numbers: list[int]) -> list[int]:
    """What people write first: whatever is not above the highest number is a duplicate."""
    top, verdicts = -1, []
    for seq in numbers:
        verdicts.append(dedup.NEW if seq > top else dedup.DUPLICATE)
        top = max(top, seq)
    return verdicts


WAYS = {"window": judged, "highest": by_the_highest_alone}


def first_comers_refused(way: str) -> list[int]:
    """Refused though they came for the first time: how many, and how many within the window."""
    everywhere = within = 0
    for seed in range(STREAMS):
        numbers, seen, top = stream(seed), set(), -1
        for number, verdict in zip(numbers, WAYS[way](numbers), strict=True):
            if number not in seen and verdict != dedup.NEW:
                everywhere += 1
                within += top - number < dedup.WIDTH
            seen.add(number)
            top = max(top, number)
    return [everywhere, within]


if __name__ == "__main__":
    report = against_a_set()
    print("streams judged otherwise than by a set:", report["differ"], "of", report["streams"])
    print("new, duplicate, late:", report["kinds"])
