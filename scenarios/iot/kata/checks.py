"""What a correct process does, also when a frame comes twice, late, or with poison in it."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
import math
from array import array
from random import Random
from types import ModuleType
from typing import Any

from checking import attempt, check, expect, main

NOW = 1_764_470_000_000
LIMIT = NOW + 300_000

Row = tuple[int, int, int, Any]  # device, number, time, value


def new_slab(devices: int = 1) -> array:
    return array("q", [-1, 0] * devices)


def shown(rows: list[Row]) -> str:
    if len(rows) > 6:
        return f"a frame of {len(rows)} readings"
    columns = ", ".join(str([row[number] for row in rows]) for number in range(4))
    return columns.replace(str(NOW), "now")


def judge(kata: ModuleType, rows: list[Row], slab: array, now: int = NOW) -> list[int]:
    """The verdicts; 9 where there is none."""
    out = bytearray([9] * len(rows))
    dev, seq, ts, val = ([row[number] for row in rows] for number in range(4))
    kata.process(dev, seq, ts, val, now, slab, out, len(rows))
    return list(out)


def expect_verdicts(
    kata: ModuleType, rows: list[Row], slab: array, *, give: list[int], when: str = ""
) -> None:
    expect(
        f"the verdicts of process({shown(rows)}, ...){when}",
        lambda: judge(kata, rows, slab),
        gives=give,
    )


def expect_slab(slab: array, *, is_: list[int], after: str) -> None:
    expect(f"the slab after {after}", lambda: list(slab), gives=is_)


def numbers(*seqs: int, device: int = 0) -> list[Row]:
    return [(device, seq, NOW, 20.0) for seq in seqs]


@check("the examples of the task hold")
def examples(kata: ModuleType) -> None:
    slab, out = new_slab(2), bytearray(4)
    columns = [0, 0, 0, 1], [7, 8, 8, 8], [0, 0, 0, 0], [20.0, 20.0, 20.0, 20.0]
    call = "process([0, 0, 0, 1], [7, 8, 8, 8], [0, 0, 0, 0], [20.0] * 4, 0, slab, out, 4)"
    attempt(call, lambda: kata.process(*columns, 0, slab, out, 4))
    expect(f"out after {call}", lambda: list(out), gives=[0, 0, 1, 0])
    expect_slab(slab, is_=[8, 3, 8, 1], after=call)
    call = "process([1], [9], [0], [151.0], 0, slab, out, 1)"
    attempt(call, lambda: kata.process([1], [9], [0], [151.0], 0, slab, out, 1))
    expect(f"out after {call}", lambda: list(out), gives=[4, 0, 1, 0])


@check("n readings are judged, and no more")
def no_more_than_n(kata: ModuleType) -> None:
    columns = [0, 1, 2, 7], [5, 6, 7, 8], [NOW] * 4, [20.0, 20.0, None, None]
    for n in 0, 2:
        slab, out = new_slab(3), bytearray([9] * 4)
        what = f"process of columns of 4 readings, n = {n}"
        attempt(what, lambda n=n, slab=slab, out=out: kata.process(*columns, NOW, slab, out, n))
        expect(f"out after {what}", lambda out=out: list(out), gives=[0] * n + [9] * (4 - n))
        expect_slab(slab, is_=[5, 1, 6, 1, -1, 0] if n else [-1, 0] * 3, after=what)


@check("a number that comes again is a duplicate, one that comes out of order is not")
def out_of_order(kata: ModuleType) -> None:
    slab = new_slab()
    expect_verdicts(kata, numbers(7, 9, 8, 9, 7), slab, give=[0, 0, 0, 1, 1])
    expect_slab(slab, is_=[9, 0b111], after="7, 9, 8, 9 and 7")
    expect_verdicts(kata, numbers(8, 6, 6), slab, give=[1, 0, 1], when=", the next frame")
    expect_slab(slab, is_=[9, 0b1111], after="8, 6 and 6, too")
    expect_verdicts(kata, numbers(0, 0, 2, 1), new_slab(), give=[0, 1, 0, 0])


@check("64 behind the highest is late, 63 is not")
def the_edge(kata: ModuleType) -> None:
    slab = new_slab()
    expect_verdicts(kata, numbers(100, 36, 37, 37), slab, give=[0, 2, 0, 1])
    expect_slab(slab, is_=[100, 1 - 2**63], after="100, 36, 37 and 37")
    expect_verdicts(kata, numbers(37, 101, 37, 38, 38), slab, give=[1, 0, 2, 0, 1], when=", then")
    expect_slab(slab, is_=[101, 3 - 2**63], after="37, 101, 37, 38 and 38, too")
    for step, bits in (62, 1 - 2**63 + 2**62), (63, 1 - 2**63), (64, 1), (65, 1), (10**12, 1):
        slab = new_slab()
        seqs = (10, 11, 11 + step)
        expect_verdicts(kata, numbers(*seqs), slab, give=[0, 0, 0])
        expect_slab(slab, is_=[11 + step, bits], after=f"10, 11 and {11 + step}")
    slab = new_slab()
    expect_verdicts(kata, numbers(*range(100)), slab, give=[0] * 100)
    expect_slab(slab, is_=[99, -1], after="0 to 99 in order")
    expect_verdicts(kata, numbers(2**62 - 1, 2**62 - 2), new_slab(), give=[0, 0])


@check("a value out of range, and a clock that is ahead, are refused at the limit")
def limits(kata: ModuleType) -> None:
    rows: list[Row] = [
        (0, 0, NOW, -60.0),
        (0, 1, NOW, 150.0),
        (0, 2, NOW, 150),
        (0, 3, NOW, -60.000001),
        (0, 4, NOW, 150.000001),
        (0, 5, NOW, math.inf),
        (0, 6, LIMIT, 20.0),
        (0, 7, LIMIT + 1, 20.0),
        (0, 8, 0, 20.0),
    ]
    verdicts = [0, 0, 0, 4, 4, 4, 0, 5, 0]
    for row, verdict in zip(rows, verdicts, strict=True):
        expect_verdicts(kata, [row], new_slab(), give=[verdict])
    expect_verdicts(kata, rows[:-1], new_slab(), give=verdicts[:-1])
    not_a_number = [(0, 0, NOW, math.nan)]
    expect_verdicts(kata, not_a_number, new_slab(), give=[4])
    past = 1_000_000
    expect(
        "the verdicts on readings at now + 5 minutes and a millisecond later, in 1970",
        lambda: judge(
            kata, [(0, 1, past + 300_000, 20.0), (0, 2, past + 300_001, 20.0)], new_slab(), past
        ),
        gives=[0, 5],
    )


@check("of several faults, the first of 3, 4, 5, 1, 2 counts")
def precedence(kata: ModuleType) -> None:
    slab = new_slab()
    expect_verdicts(kata, numbers(100), slab, give=[0])
    for number in 100, 1:
        for time, value, verdict in (
            (LIMIT + 1, None, 3),
            (LIMIT + 1, "warm", 3),
            (LIMIT + 1, 151.0, 4),
            (NOW, 151.0, 4),
            (LIMIT + 1, 20.0, 5),
        ):
            expect_verdicts(
                kata, [(0, number, time, value)], slab, give=[verdict], when=" after number 100"
            )
    expect_slab(slab, is_=[100, 1], after="number 100 and refused ones")


@check("a broken reading costs itself, not its frame")
def broken(kata: ModuleType) -> None:
    for poison in None, "warm", "20.0", "":
        rows = numbers(*range(500))
        rows[250] = (0, 250, NOW, poison)
        slab = new_slab()
        verdicts = attempt(
            f"process(a frame of 500 readings, the one in the middle saying {poison!r}, ...)",
            lambda rows=rows, slab=slab: judge(kata, rows, slab),
        )
        what = f"of 500 verdicts, the reading in the middle saying {poison!r},"
        around = verdicts[249:252]
        expect(f"{what} those in the middle", lambda around=around: around, gives=[0, 3, 0])
        expect(f"{what} how many are 0", lambda all_=verdicts: all_.count(0), gives=499)


@check("a reading that was refused leaves no trace: the corrected one is accepted")
def corrected(kata: ModuleType) -> None:
    refused: list[tuple[Row, int]] = [
        ((0, 9, NOW, 151.0), 4),
        ((0, 9, LIMIT + 1, 20.0), 5),
        ((0, 9, NOW, None), 3),
        ((0, 3, NOW, 151.0), 4),
        ((0, 10**9, NOW, 151.0), 4),
    ]
    for row, verdict in refused:
        slab = new_slab()
        expect_verdicts(kata, [*numbers(5), row], slab, give=[0, verdict])
        expect_slab(slab, is_=[5, 1], after=f"number 5, and {row[1]} with verdict {verdict}")
        expect_verdicts(
            kata, numbers(row[1], 4), slab, give=[0, 0 if row[1] < 99 else 2], when=" afterwards"
        )


@check("one device says nothing about another: not its numbers, not its clock")
def apart(kata: ModuleType) -> None:
    slab = new_slab(3)
    expect_verdicts(kata, numbers(500) + numbers(500, 1, device=2), slab, give=[0, 0, 2])
    expect_verdicts(kata, numbers(1, 1, device=1), slab, give=[0, 1], when=" of other devices")
    expect_slab(slab, is_=[500, 1, 1, 1, 500, 1], after="500 of devices 0 and 2, 1 of device 1")
    rows: list[Row] = [
        (0, 1, NOW, 20.0),
        (1, 1, NOW, 20.0),
        (2, 1, NOW + 240_000, 20.0),
        (0, 2, NOW + 1_000, 20.0),
        (1, 2, NOW - 86_400_000, 20.0),
        (2, 2, NOW, 20.0),
    ]
    expect_verdicts(kata, rows, new_slab(3), give=[0] * 6, when=", clocks that differ")


@check("the slab is all there is: a frame that is judged again with the old one is judged alike")
def replayed(kata: ModuleType) -> None:
    first, second = numbers(1, 2, 2, 3), numbers(4, 3, 5)
    slab = new_slab()
    expect_verdicts(kata, first, slab, give=[0, 0, 1, 0])
    before = slab[:]
    expect_verdicts(kata, second, slab, give=[0, 1, 0])
    expect_verdicts(
        kata, second, before, give=[0, 1, 0], when=" again, with the slab as it was before"
    )
    expect("the two slabs", lambda: before == slab, gives=True)
    expect_verdicts(kata, first, slab, give=[1, 1, 1, 1], when=" once more, with the new slab")
    expect_verdicts(kata, first, new_slab(), give=[0, 0, 1, 0], when=" with an empty slab")


@check("60 streams, late, doubled and out of order, are judged as a set would judge them")
def streams(kata: ModuleType) -> None:
    for seed in range(60):
        chance = Random(seed)
        slab, seen, top = new_slab(), set(), -1
        reach = (1, 20, 66, 200)[seed % 4]
        copies = [seq for seq in range(90) for _ in range(1 + (chance.random() < 0.33))]
        seqs = [seq for _, seq in sorted((seq + reach * chance.random(), seq) for seq in copies)]
        expected = []
        for seq in seqs:
            verdict = 2 if top - seq >= 64 else int(seq in seen)
            if verdict == 0:
                seen.add(seq)
                top = max(top, seq)
            expected.append(verdict)
        middle = len(seqs) // 2
        for part in slice(None, middle), slice(middle, None):
            expect_verdicts(
                kata, numbers(*seqs[part]), slab, give=expected[part], when=f", stream {seed}"
            )


if __name__ == "__main__":
    main()
