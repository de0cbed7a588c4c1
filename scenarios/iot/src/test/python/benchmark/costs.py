"""Frames to be judged, one after another: each goes on where the one before it ended.

One in fifty readings is a repeated one. All others are of different devices.
"""

from __future__ import annotations

import json
from array import array

from rules import frame

NOW = 1_764_470_000_000
SECOND = 1_000
EVERY = 50


class Frames:
    def __init__(self, n: int) -> None:
        self.n = n
        self.slot = array("i", [k - 1 if is_repeated(k) else k for k in range(n)])
        self.val = array("d", [20.0 + k % 7 for k in range(n)])
        self.ints = array("q", [-1, 0, -1, 0, 0, 0] * n)
        self.reals = array("d", [0.0] * 4 * n)
        self.out = array("b", [-1] * n)
        self.events = array("d", [0.0] * frame.ROW * 2 * n)
        self.number = 0

    def judge(self, seq: array[int], ts: array[int], val: array[float]) -> int:
        now = NOW + self.number * SECOND
        self.number += 1
        frame.process(
            self.slot,
            seq,
            ts,
            val,
            now,
            self.ints,
            self.reals,
            self.out,
            self.events,
            self.n,
        )
        return sum(self.out)


KEPT: dict[int, Frames] = {}


def is_repeated(k: int) -> bool:
    return k % EVERY == EVERY - 1


def frames(n: int) -> Frames:
    kept = KEPT.get(n)
    if kept is None:
        kept = KEPT[n] = Frames(n)
    return kept


def in_columns(n: int) -> int:
    """Judge the next frame; how many repeated readings it held."""
    one = frames(n)
    seq = array("q", [one.number]) * n
    ts = array("q", [NOW + one.number * SECOND]) * n
    return one.judge(seq, ts, one.val)


def in_json(n: int) -> int:
    """The same, of readings that are texts as devices send them."""
    one = frames(n)
    texts = [
        f'{{"seq": {one.number}, "ts": {NOW + one.number * SECOND}, "value": {value}}}'
        for value in one.val
    ]
    seq, ts, val = array("q"), array("q"), array("d")
    for text in texts:
        reading = json.loads(text)
        seq.append(reading["seq"])
        ts.append(reading["ts"])
        val.append(reading["value"])
    return one.judge(seq, ts, val)


if __name__ == "__main__":
    print("repeated readings in frames of 100:", in_columns(100), in_json(100))
