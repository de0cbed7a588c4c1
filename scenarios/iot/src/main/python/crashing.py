"""A processor that crashes between any two steps. What it keeps, and in which order, decides.

A frame is done in three steps: a row for each of its readings goes out, the state of the devices
is kept, the position in the log is noted. A crash loses what is not kept. The next start reads
the log from the noted position, with the kept state.
"""

from __future__ import annotations

from array import array
from binascii import crc32
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import permutations

from fleet import NOW, SECOND, Fleet, Reading

DEVICES, FRAMES, SIZE = 5, 4, 10

Row = tuple[int, int, int]  # device, seq, verdict
Step = Callable[[], None]  # called between any two steps; there it may crash


class Crash(Exception):
    pass


class Kept:
    """What a crash leaves."""

    def __init__(self) -> None:
        self.output: list[Row] = []
        self.state = Fleet(DEVICES)
        self.position = 0


def as_one(kept: Kept, output: list[Row], state: Fleet, at: Step) -> None:
    """One transaction: what it writes counts from its end on, or never."""
    written = Kept()
    for step in steps(written, kept.output + output, state, kept.position + 1):
        step()
        at()
    vars(kept).update(vars(written))
    at()


def in_order(*order: int) -> Callable[[Kept, list[Row], Fleet, Step], None]:
    """One part after another, by their places in PARTS."""

    def keep(kept: Kept, output: list[Row], state: Fleet, at: Step) -> None:
        each = list(steps(kept, kept.output + output, state, kept.position + 1))
        for number in order:
            each[number]()
            at()

    return keep


def steps(kept: Kept, output: list[Row], state: Fleet, position: int) -> Iterator[Step]:
    for part, value in zip(PARTS, (output, state, position), strict=True):
        yield lambda part=part, value=value: setattr(kept, part, value)


PARTS = ("output", "state", "position")
WAYS = {"as one": as_one} | {
    ", ".join(PARTS[number] for number in order): in_order(*order)
    for order in permutations(range(3))
}


def log() -> list[list[Reading]]:
    """Frames of all devices' readings in turn; each repeats two readings of its own."""
    frames = []
    for number in range(FRAMES):
        seqs = range(number * SIZE // DEVICES, (number + 1) * SIZE // DEVICES)
        rows = [
            (device, seq, NOW + seq * SECOND, 20.0) for seq in seqs for device in range(DEVICES)
        ]
        frames.append(rows + rows[:2])
    return frames


def process(kept: Kept, way: str, at: Step) -> None:
    """From where the last start got to, until the end of the log."""
    frames = log()
    while kept.position < len(frames):
        rows = frames[kept.position]
        state = kept.state.copy()
        verdicts = state.fold(rows)
        output = [(row[0], row[1], verdict) for row, verdict in zip(rows, verdicts, strict=True)]
        WAYS[way](kept, output, state, at)


def after_a_crash(way: str, crash: int) -> Kept | None:
    """What is kept at the end of the log after a crash at a step; None if there is no such step."""
    kept, step = Kept(), 0

    def at() -> None:
        nonlocal step
        step += 1
        if step == crash:
            raise Crash

    try:
        process(kept, way, at)
    except Crash:
        process(kept, way, at)
        return kept
    return None


def ledger(kept: Kept) -> list[int]:
    """Rows that went out; readings accepted, duplicates; those lost, and those accepted twice."""
    sent = {(row[0], row[1]) for rows in log() for row in rows}
    accepted = Counter((device, seq) for device, seq, verdict in kept.output if verdict == 0)
    duplicates = sum(verdict == 1 for *_, verdict in kept.output)
    twice = sum(count - 1 for count in accepted.values())
    return [len(kept.output), accepted.total(), duplicates, len(sent - set(accepted)), twice]


def without_a_crash(way: str) -> Kept:
    kept = Kept()
    process(kept, way, lambda: None)
    return kept


def undisturbed(way: str) -> list[int]:
    return ledger(without_a_crash(way))


def after_each_crash(way: str) -> list[Kept]:
    """What is kept at the end, for a crash at each step there is."""
    ends: list[Kept] = []
    while kept := after_a_crash(way, len(ends) + 1):
        ends.append(kept)
    return ends


def at_each_step(way: str) -> list[list[int]]:
    """How many crashes there were, one each time, and the different ledgers after them."""
    ledgers = [ledger(kept) for kept in after_each_crash(way)]
    return [[len(ledgers)], *sorted(map(list, set(map(tuple, ledgers))))]


def traces(way: str) -> list[list[object]]:
    """Checksums of output and state, and the position: without a crash, then all others."""
    ends = [without_a_crash(way), *after_each_crash(way)]
    found = []
    for kept in ends:
        rows = array("q", [number for row in kept.output for number in row])
        trace = [f"{crc32(rows.tobytes()):08x}", kept.state.fingerprint(), kept.position]
        if trace not in found:
            found.append(trace)
    return found


if __name__ == "__main__":
    print("crashes; then rows, accepted, duplicates, lost, accepted twice")
    for name in WAYS:
        print(f"{name:24}", *at_each_step(name))
