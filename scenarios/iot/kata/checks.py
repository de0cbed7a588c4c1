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
HUGE = 10**400  # an int that no float can hold

Row = tuple[int, int, int, Any]  # device, number, time, value


def new_slab(devices: int = 1) -> array:
    return array("q", [-1, 0] * devices)


def numbers(*seqs: int, device: int = 0) -> list[Row]:
    return [(device, seq, NOW, 20.0) for seq in seqs]


def columns_of(rows: list[Row]) -> list[list[Any]]:
    return [[row[number] for row in rows] for number in range(4)]


def alike(actual: object, expected: object) -> bool:
    """Equal and of the same types; NaN is like NaN."""
    return repr(actual) == repr(expected)


def shown(column: list[Any]) -> str:
    many = len(column) > 6 and len(set(map(repr, column))) == 1
    text = f"[{column[0]!r}] * {len(column)}" if many else str(column)
    return text.replace(str(NOW), "now").replace(str(HUGE), "10**400")


def judge(kata: ModuleType, columns: list[list[Any]], slab: array, now: int = NOW) -> list[int]:
    """The verdicts; 9 where there is none."""
    out = bytearray([9] * len(columns[0]))
    kata.process(*columns, now, slab, out, len(out))
    return list(out)


def summary(verdicts: list[int], places: tuple[int, ...]) -> list[Any]:
    return [[verdicts[at] for at in places], verdicts.count(0)]


def expect_verdicts(
    kata: ModuleType,
    rows: list[Row],
    slab: array,
    *,
    give: list[int],
    now: int = NOW,
    when: str = "",
) -> None:
    columns = columns_of(rows)
    sent = ", ".join(map(shown, columns))
    call = f"process({sent}, {'now' if now == NOW else now}, {slab}, ...){when}"
    expect(f"the verdicts of {call}", lambda: judge(kata, columns, slab, now), gives=give)
    expect(f"the columns after {call}", lambda: columns, gives=columns_of(rows), equal=alike)


def expect_slab(slab: array, *, is_: list[int], after: str) -> None:
    expect(f"the slab after {after}", lambda: list(slab), gives=is_)


@check("the examples of the task hold")
def examples(kata: ModuleType) -> None:
    slab, out = new_slab(2), bytearray(4)
    columns = [0, 0, 0, 1], [7, 8, 8, 8], [0, 0, 0, 0], [20.0, 20.0, 20.0, 20.0]
    call = "process([0, 0, 0, 1], [7, 8, 8, 8], [0, 0, 0, 0], [20.0] * 4, 0, slab, out, 4)"
    expect(call, lambda: kata.process(*columns, 0, slab, out, 4), gives=None)
    expect(f"out after {call}", lambda: list(out), gives=[0, 0, 1, 0])
    expect_slab(slab, is_=[8, 3, 8, 1], after=call)
    call = "process([1], [9], [0], [151.0], 0, slab, out, 1)"
    expect(call, lambda: kata.process([1], [9], [0], [151.0], 0, slab, out, 1), gives=None)
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
    expect_verdicts(kata, numbers(8, 6, 6), slab, give=[1, 0, 1])
    expect_slab(slab, is_=[9, 0b1111], after="8, 6 and 6, too")
    expect_verdicts(kata, numbers(0, 0, 2, 1), new_slab(), give=[0, 1, 0, 0])
    rows: list[Row] = [(0, 5, NOW, 20.0), (0, 5, 0, 21.0)]
    slab = new_slab()
    expect_verdicts(kata, rows, slab, give=[0, 1])
    expect_slab(slab, is_=[5, 1], after="number 5 twice, with another time and another value")


@check("64 behind the highest is late, 63 is not")
def the_edge(kata: ModuleType) -> None:
    slab = new_slab()
    expect_verdicts(kata, numbers(100, 36, 37, 37), slab, give=[0, 2, 0, 1])
    expect_slab(slab, is_=[100, 1 - 2**63], after="100, 36, 37 and 37")
    expect_verdicts(kata, numbers(37, 101, 37, 38, 38), slab, give=[1, 0, 2, 0, 1])
    expect_slab(slab, is_=[101, 3 - 2**63], after="37, 101, 37, 38 and 38, too")
    steps = (62, 1 - 2**63 + 2**62), (63, 1 - 2**63), (64, 1), (65, 1), (10**12, 1)
    for step, bits in *steps, (2**62 - 12, 1):
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
    judged: list[tuple[int, Any, int]] = [
        (NOW, -60.0, 0),
        (NOW, 150.0, 0),
        (NOW, 150, 0),
        (NOW, 20, 0),
        (NOW, 0.0, 0),
        (NOW, 0, 0),
        (NOW, -60.00000000000001, 4),
        (NOW, 150.00000000000003, 4),
        (NOW, math.inf, 4),
        (NOW, -math.inf, 4),
        (NOW, math.nan, 4),
        (NOW, HUGE, 4),
        (LIMIT + 1, 20.0, 5),
        (LIMIT, 20.0, 0),
    ]
    for time, value, verdict in *judged, (0, 20.0, 0), (-1, 20.0, 0):
        expect_verdicts(kata, [(0, 3, time, value)], new_slab(), give=[verdict])
    rows = [(0, number, time, value) for number, (time, value, _) in enumerate(judged)]
    expect_verdicts(kata, rows, new_slab(), give=[verdict for _, _, verdict in judged])
    past = 1_000_000
    rows = [(0, 1, past + 300_000, 20.0), (0, 2, past + 300_001, 20.0)]
    expect_verdicts(kata, rows, new_slab(), give=[0, 5], now=past)


@check("of several faults, the first of 3, 4, 5, 2, 1 counts")
def precedence(kata: ModuleType) -> None:
    slab = new_slab()
    expect_verdicts(kata, numbers(1, 100), slab, give=[0, 0])
    for number, alone in (100, 1), (1, 2):
        for time, value, verdict in (
            (LIMIT + 1, None, 3),
            (LIMIT + 1, "warm", 3),
            (LIMIT + 1, 151.0, 4),
            (NOW, 151.0, 4),
            (LIMIT + 1, 20.0, 5),
            (NOW, 20.0, alone),
        ):
            expect_verdicts(kata, [(0, number, time, value)], slab, give=[verdict])
    expect_slab(slab, is_=[100, 1], after="numbers 1 and 100, and refused ones")
    expect_verdicts(kata, numbers(1, 100, 1), new_slab(), give=[0, 0, 2])


@check("a broken reading costs itself, not its frame")
def broken(kata: ModuleType) -> None:
    places = 0, 250, 251, 499
    for poison in None, "warm", "20.0", "":
        rows = numbers(*range(500))
        for at in places:
            rows[at] = (0, at, NOW, poison)
        expect(
            f"[the verdicts at {places}, how many are 0] of 500, those at {places} say {poison!r},",
            lambda rows=rows: summary(judge(kata, columns_of(rows), new_slab()), places),
            gives=[[3, 3, 3, 3], 496],
        )


@check("a reading that was refused leaves no trace: the corrected one is accepted")
def corrected(kata: ModuleType) -> None:
    refused: list[tuple[Row, int]] = [
        ((0, 6, NOW, 151.0), 4),
        ((0, 9, LIMIT + 1, 20.0), 5),
        ((0, 9, NOW, None), 3),
        ((0, 3, NOW, 151.0), 4),
        ((0, 10**9, NOW, 151.0), 4),
    ]
    for row, verdict in refused:
        slab = new_slab()
        what = f"{row[1]} with verdict {verdict}"
        expect_verdicts(kata, [row], slab, give=[verdict])
        expect_slab(slab, is_=[-1, 0], after=f"number {what}, the device's first")
        expect_verdicts(kata, [*numbers(5), row], slab, give=[0, verdict])
        expect_slab(slab, is_=[5, 1], after=f"number 5, and {what}")
        expect_verdicts(kata, numbers(row[1], 4), slab, give=[0, 0 if row[1] < 99 else 2])


@check("one device says nothing about another: not its numbers, not its clock")
def apart(kata: ModuleType) -> None:
    slab = new_slab(3)
    expect_verdicts(kata, numbers(500) + numbers(500, 1, device=2), slab, give=[0, 0, 2])
    expect_verdicts(kata, numbers(1, 1, device=1), slab, give=[0, 1])
    expect_slab(slab, is_=[500, 1, 1, 1, 500, 1], after="500 of devices 0 and 2, 1 of device 1")
    rows: list[Row] = [
        (0, 1, NOW, 20.0),
        (1, 1, NOW, 20.0),
        (2, 1, NOW + 240_000, 20.0),
        (0, 2, NOW + 1_000, 20.0),
        (1, 2, 0, 20.0),
        (2, 2, NOW, 20.0),
    ]
    expect_verdicts(kata, rows, new_slab(3), give=[0] * 6)
    frame = "a frame of 1,000, number 7 of each of 1,000 devices"
    rows, slab = [(device, 7, NOW, 20.0) for device in range(1000)], new_slab(1000)
    expect(
        f"[the verdicts at (0, 999), how many are 0] of {frame}",
        lambda: summary(judge(kata, columns_of(rows), slab), (0, 999)),
        gives=[[0, 0], 1000],
    )
    expect(
        f"how many devices have 7, 1 in the slab after {frame}",
        lambda: list(zip(slab[::2], slab[1::2], strict=True)).count((7, 1)),
        gives=1000,
    )


@check("the slab is all there is: a frame that is judged again with the old one is judged alike")
def replayed(kata: ModuleType) -> None:
    slab = new_slab()
    first = numbers(1, 3, 3, 6)
    expect_verdicts(kata, first, slab, give=[0, 0, 1, 0])
    for seqs, verdicts in ((2, 3, 5), [0, 1, 0]), ((8, 7, 8), [0, 0, 1]):
        before = slab[:]
        expect_verdicts(kata, numbers(*seqs), slab, give=verdicts)
        after, copy = list(slab), before[:]
        slab[:] = before
        for old, where in (slab, "in place"), (copy, "in a copy"):
            when = f" again, with the slab as it was before, {where}"
            expect_verdicts(kata, numbers(*seqs), old, give=verdicts, when=when)
            expect_slab(old, is_=after, after=f"{seqs}{when}")
    expect_verdicts(kata, first, slab, give=[1, 1, 1, 1])
    expect_verdicts(kata, first, new_slab(), give=[0, 0, 1, 0])


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
            expect_verdicts(kata, numbers(*seqs[part]), slab, give=expected[part])


if __name__ == "__main__":
    main()
