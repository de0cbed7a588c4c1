"""The state of some devices, in arrays as the processor keeps it, and frames of readings."""

from __future__ import annotations

from array import array
from binascii import crc32
from collections.abc import Iterable
from types import ModuleType

from rules import frame

NOW = 1_764_470_000_000  # when the frames arrive, in ms since 1970
SECOND = 1_000

Reading = tuple[int, int, int, float]  # slot, seq, ts, value


class Fleet:
    """`verdicts` and `events` are those of all frames so far."""

    def __init__(self, devices: int, rules: ModuleType = frame) -> None:
        self.rules = rules
        self.ints = array("q", [-1, 0, -1, 0, 0, 0] * devices)
        self.reals = array("d", [0.0] * 4 * devices)
        self.verdicts: list[int] = []
        self.events: list[list[float]] = []
        self.frames = 0

    def copy(self) -> Fleet:
        twin = Fleet(0)
        twin.ints, twin.reals = self.ints[:], self.reals[:]
        twin.verdicts, twin.events = self.verdicts[:], self.events[:]
        return twin

    def fold(self, readings: Iterable[Reading], now: int = NOW) -> list[int]:
        """Give one frame to the rules; return its verdicts."""
        rows = list(readings)
        n = len(rows)
        slot, seq = array("i", [row[0] for row in rows]), array("q", [row[1] for row in rows])
        ts, val = array("q", [row[2] for row in rows]), array("d", [row[3] for row in rows])
        out, events = array("b", [-1] * n), array("d", [-1.0] * frame.ROW * 2 * n)
        process = self.rules.process
        used = process(slot, seq, ts, val, now, self.ints, self.reals, out, events, n)
        ends = range(frame.ROW, (used + 1) * frame.ROW, frame.ROW)
        self.events += [list(events[end - frame.ROW : end]) for end in ends]
        self.verdicts += out
        self.frames += 1
        return list(out)

    def fingerprint(self) -> str:
        """Of all verdicts, events and states: equal if they are, bit for bit."""
        events = array("d", [number for row in self.events for number in row])
        checksum = 0
        for part in (array("b", self.verdicts), events, self.ints, self.reals):
            checksum = crc32(part.tobytes(), checksum)
        return f"{checksum:08x}"


if __name__ == "__main__":
    two = Fleet(2)
    print("verdicts:", two.fold([(0, 7, NOW, 20.0), (1, 7, NOW, 20.0), (0, 7, NOW, 20.0)]))
    print("of all that they are, a checksum:", two.fingerprint())
