"""What a correct Stock does, alone and between threads."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "harness/src/main/python"))
from checking import attempt, check, expect, expect_error, main
from overtaking import PATIENCE, Call, overtakings


class AuditRefused(Exception):
    pass


class Audit:
    """The shop's audit: notes what it is told, and raises the first few times if so wished."""

    def __init__(self, refuses: int = 0) -> None:
        self.refuses = refuses
        self.told: list[tuple[str, int]] = []

    def __call__(self, sku: str, n: int) -> None:
        self.told.append((sku, n))
        if len(self.told) <= self.refuses:
            raise AuditRefused(sku)


def new_stock(kata: ModuleType, pieces: dict[str, int], audit: Callable[[str, int], None]) -> Any:
    return attempt(f"Stock({pieces}, audit)", lambda: kata.Stock(dict(pieces), audit))


def expect_reserve(stock: Any, sku: str, n: int, *, gives: bool, when: str = "") -> None:
    expect(f"stock.reserve({sku!r}, {n}){when}", lambda: stock.reserve(sku, n), gives=gives)


@check("the examples of the task hold")
def examples(kata: ModuleType) -> None:
    stock = new_stock(kata, {"LAMP": 3, "DESK": 1}, Audit())
    expect_reserve(stock, "LAMP", 2, gives=True)
    expect_reserve(stock, "LAMP", 2, gives=False, when=" again")
    expect_reserve(stock, "DESK", 1, gives=True)


@check("other pieces can be reserved until there are too few")
def other_pieces(kata: ModuleType) -> None:
    stock = new_stock(kata, {"SOFA": 7, "RUG": 2}, Audit())
    expect_reserve(stock, "SOFA", 4, gives=True, when=" of 7")
    expect_reserve(stock, "SOFA", 4, gives=False, when=" of 3")
    expect_reserve(stock, "SOFA", 3, gives=True, when=" of 3")
    expect_reserve(stock, "SOFA", 1, gives=False, when=" of 0")
    expect_reserve(stock, "RUG", 2, gives=True, when=" of 2")
    expect_reserve(stock, "VASE", 1, gives=False, when=", an unknown SKU")


@check("less than one piece is a ValueError")
def less_than_one(kata: ModuleType) -> None:
    stock = new_stock(kata, {"LAMP": 3}, Audit())
    expect_error("stock.reserve('LAMP', 0)", lambda: stock.reserve("LAMP", 0), ValueError)
    expect_error("stock.reserve('LAMP', -2)", lambda: stock.reserve("LAMP", -2), ValueError)


@check("a reservation is audited once, a refused one never")
def audited_once(kata: ModuleType) -> None:
    audit = Audit()
    stock = new_stock(kata, {"LAMP": 3}, audit)
    expect_reserve(stock, "LAMP", 2, gives=True)
    expect("the calls of audit", lambda: audit.told, gives=[("LAMP", 2)])
    expect_reserve(stock, "LAMP", 2, gives=False, when=" again")
    expect("the calls of audit", lambda: audit.told, gives=[("LAMP", 2)])


@check("two threads cannot both get the last piece")
def last_piece(kata: ModuleType) -> None:
    for step in overtakings(kata):
        stock = new_stock(kata, {"LAMP": 1}, Audit())
        first, second = step.calls(reserving_a_lamp(stock), reserving_a_lamp(stock))
        expect(
            f"stock.reserve('LAMP', 1) of 1 in two threads, {step}",
            lambda calls=(first, second): sorted(call.result() for call in calls),
            gives=[False, True],
        )


@check("an audit may wait for another reservation")
def overlapping_audits(kata: ModuleType) -> None:
    both_inside = threading.Barrier(2)
    alone: list[str] = []

    def audit(sku: str, n: int) -> None:
        try:
            both_inside.wait(PATIENCE)
        except threading.BrokenBarrierError:
            alone.append(sku)

    stock = new_stock(kata, {"LAMP": 2}, audit)
    calls = [Call(reserving_a_lamp(stock)) for _ in range(2)]
    what = "stock.reserve('LAMP', 1) of 2 in two threads, each audit waiting for the other"
    for call in calls:
        attempt(what, lambda call=call: call.ended.wait(2 * PATIENCE))
    expect(f"{what}: did they overlap?", lambda: not alone, gives=True)
    expect(what, lambda: [call.result() for call in calls], gives=[True, True])


@check("an audit that fails gives the pieces back")
def failing_audit(kata: ModuleType) -> None:
    stock = new_stock(kata, {"LAMP": 1}, Audit(refuses=1))
    refused = "stock.reserve('LAMP', 1) of 1, whose audit raises AuditRefused"
    expect_error(refused, reserving_a_lamp(stock), AuditRefused)
    expect_reserve(stock, "LAMP", 1, gives=True, when=" after that")
    expect_reserve(stock, "LAMP", 1, gives=False, when=" once more")


@check("giving back loses no other thread's reservation")
def giving_back(kata: ModuleType) -> None:
    for step in overtakings(kata):
        stock = new_stock(kata, {"LAMP": 2}, Audit(refuses=1))
        calls = step.calls(reserving_a_lamp(stock), reserving_a_lamp(stock))
        what = f"stock.reserve('LAMP', 1) of 2 in two threads, an audit raises, {step}"
        expect(what, lambda calls=calls: outcomes(calls), gives=["AuditRefused", "True"])
        expect_reserve(stock, "LAMP", 1, gives=True, when=f" after {what}")
        expect_reserve(stock, "LAMP", 1, gives=False, when=f" once more after {what}")


def reserving_a_lamp(stock: Any) -> Callable[[], Any]:
    return lambda: stock.reserve("LAMP", 1)


def outcomes(calls: tuple[Call, Call]) -> list[str]:
    return sorted(outcome(call) for call in calls)


def outcome(call: Call) -> str:
    try:
        return str(call.result())
    except AuditRefused:
        return "AuditRefused"


if __name__ == "__main__":
    main()
