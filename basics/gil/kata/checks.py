"""What a correct Stock does, alone and between threads."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any

from checking import attempt, check, expect, expect_error, main
from overtaking import PATIENCE, Call, mutual_overtakings, overtakings


class AuditRefused(Exception):
    pass


class Cancelled(BaseException):
    """No Exception, and none that one would think of: such as asyncio's."""


class Audit:
    """The shop's audit: notes what it is told, and raises the first time if so wished."""

    def __init__(self, refusal: BaseException | None = None, answer: object = None) -> None:
        self.refusal = refusal
        self.answer = answer
        self.told: list[tuple[str, int]] = []

    def __call__(self, sku: str, n: int, /) -> object:
        self.told.append((sku, n))
        if self.refusal and len(self.told) == 1:
            raise self.refusal
        return self.answer


def new_stock(kata: ModuleType, pieces: dict[str, int], audit: Callable[[str, int], object]) -> Any:
    return attempt(f"Stock({pieces}, audit)", lambda: kata.Stock(pieces, audit))


def reserving(stock: Any, sku: str, n: int) -> Callable[[], Any]:
    return lambda: stock.reserve(sku, n)


def expect_reserve(stock: Any, sku: str, n: int, *, gives: bool, when: str = "") -> None:
    """In a thread of its own, so that one that waits for ever is a wrong answer like any other."""
    call = Call(reserving(stock, sku, n))
    expect(f"stock.reserve({sku!r}, {n}){when}", lambda: call.start().result(), gives=gives)


def expect_value_error(stock: Any, sku: str, n: int, when: str = "") -> None:
    call = Call(reserving(stock, sku, n))
    expect_error(f"stock.reserve({sku!r}, {n}){when}", lambda: call.start().result(), ValueError)


@check("the examples of the task hold")
def examples(kata: ModuleType) -> None:
    stock = attempt(
        "Stock({'LAMP': 3, 'DESK': 1}, audit=audit)",
        lambda: kata.Stock({"LAMP": 3, "DESK": 1}, audit=Audit()),
    )
    expect_reserve(stock, "LAMP", 2, gives=True)
    expect_reserve(stock, "LAMP", 2, gives=False, when=" again")
    expect_reserve(stock, "DESK", 1, gives=True)


@check("other pieces can be reserved until there are too few")
def other_pieces(kata: ModuleType) -> None:
    stock = new_stock(kata, {"SOFA": 7, "RUG": 2, "VASE": 0}, Audit())
    expect_reserve(stock, "SOFA", 8, gives=False, when=" of 7")
    expect_reserve(stock, "SOFA", 4, gives=True, when=" of 7")
    expect_reserve(stock, "SOFA", 4, gives=False, when=" of 3")
    expect_reserve(stock, "SOFA", 3, gives=True, when=" of 3")
    expect_reserve(stock, "SOFA", 1, gives=False, when=" of 0")
    expect_reserve(stock, "RUG", 2, gives=True, when=" of 2")
    expect_reserve(stock, "VASE", 1, gives=False, when=" of 0")
    expect_reserve(stock, "LAMP", 1, gives=False, when=", an unknown SKU")
    expect_reserve(new_stock(kata, {}, Audit()), "LAMP", 1, gives=False, when=" of an empty stock")


@check("a stock keeps a count of its own")
def own_count(kata: ModuleType) -> None:
    pieces = {"LAMP": 2}
    stock, other = new_stock(kata, pieces, Audit()), new_stock(kata, pieces, Audit())
    expect_reserve(stock, "LAMP", 2, gives=True)
    expect("the dict that Stock was given", lambda: pieces, gives={"LAMP": 2})
    expect_reserve(other, "LAMP", 2, gives=True, when=" of another stock")
    pieces["LAMP"] = 5
    expect_reserve(stock, "LAMP", 1, gives=False, when=" of 0, the dict having changed")


@check("less than one piece is a ValueError")
def less_than_one(kata: ModuleType) -> None:
    audit = Audit()
    stock = new_stock(kata, {"LAMP": 3}, audit)
    for sku, n in ("LAMP", 0), ("LAMP", -2), ("VASE", 0):
        expect_value_error(stock, sku, n)
    expect("the calls of audit, n having been less than 1", lambda: audit.told, gives=[])
    expect_reserve(stock, "LAMP", 3, gives=True, when=" of 3, after that")
    expect_value_error(stock, "LAMP", 0, when=" of 0")


@check("a reservation is audited once, a refused one never")
def audited_once(kata: ModuleType) -> None:
    for answer in None, False, True:
        audit = Audit(answer=answer)
        stock = new_stock(kata, {"LAMP": 3}, audit)
        what = f"the calls of audit, which returns {answer}, after stock.reserve('LAMP', 2) of 3"
        expect_reserve(stock, "LAMP", 2, gives=True, when=f", audit returning {answer}")
        expect(what, lambda audit=audit: audit.told, gives=[("LAMP", 2)])
        expect_reserve(stock, "LAMP", 2, gives=False, when=" again")
        expect(f"{what}, twice", lambda audit=audit: audit.told, gives=[("LAMP", 2)])


@check("two threads cannot both get the last pieces")
def last_pieces(kata: ModuleType) -> None:
    for steps in overtakings, mutual_overtakings:
        for step in steps(kata):
            stock = new_stock(kata, {"LAMP": 2}, Audit())
            calls = step.calls(reserving(stock, "LAMP", 2), reserving(stock, "LAMP", 2))
            expect(
                f"stock.reserve('LAMP', 2) of 2 in two threads, {step}",
                lambda calls=calls: sorted(call.result() for call in calls),
                gives=[False, True],
            )


@check("who asks for too many takes nothing from the others")
def too_many(kata: ModuleType) -> None:
    for step in overtakings(kata):
        stock = new_stock(kata, {"LAMP": 2}, Audit())
        calls = step.calls(reserving(stock, "LAMP", 3), reserving(stock, "LAMP", 2))
        expect(
            f"stock.reserve('LAMP', 3) and (..., 2) of 2 in two threads, {step}",
            lambda calls=calls: [call.result() for call in calls],
            gives=[False, True],
        )


@check("two threads that reserve different SKUs do not disturb each other")
def different_skus(kata: ModuleType) -> None:
    for step in overtakings(kata):
        stock = new_stock(kata, {"LAMP": 1, "DESK": 1}, Audit())
        calls = step.calls(reserving(stock, "LAMP", 1), reserving(stock, "DESK", 1))
        what = f"stock.reserve(..., 1) of 1 LAMP and of 1 DESK in two threads, {step}"
        expect(what, lambda calls=calls: [call.result() for call in calls], gives=[True, True])
        expect_reserve(stock, "LAMP", 1, gives=False, when=f" after {what}")
        expect_reserve(stock, "DESK", 1, gives=False, when=f" after {what}")


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
    calls = [Call(reserving(stock, "LAMP", 1)).start() for _ in range(2)]
    what = "stock.reserve('LAMP', 1) of 2 in two threads, each audit waiting for the other"
    for call in calls:
        attempt(what, lambda call=call: call.ended.wait(2 * PATIENCE))
    expect(f"{what}: did they overlap?", lambda: not alone, gives=True)
    expect(what, lambda: [call.result() for call in calls], gives=[True, True])


@check("when audit is called, the pieces are already taken")
def already_taken(kata: ModuleType) -> None:
    in_audit: list[bool] = []

    def audit(sku: str, n: int) -> None:
        if n == 2:
            in_audit.extend([stock.reserve(sku, 2), stock.reserve(sku, 1)])

    stock = new_stock(kata, {"LAMP": 3}, audit)
    expect_reserve(stock, "LAMP", 2, gives=True, when=" of 3, whose audit reserves 2 and then 1")
    what = "what stock.reserve('LAMP', 2) and (..., 1) gave in the audit of 2 of 3"
    expect(what, lambda: in_audit, gives=[False, True])


@check("an audit that fails gives the pieces back")
def failing_audit(kata: ModuleType) -> None:
    for refusal in AuditRefused("no"), KeyboardInterrupt(), Cancelled():
        name = type(refusal).__name__
        audit = Audit(refusal)
        stock = new_stock(kata, {"LAMP": 2}, audit)
        call = Call(reserving(stock, "LAMP", 2)).start()
        what = f"stock.reserve('LAMP', 2) of 2, whose audit raises {name}"
        expect_error(what, call.result, type(refusal))
        expect(f"{what}: is it audit's own?", lambda call=call: call.error, gives=refusal)
        expect(f"{what}: the calls of audit", lambda audit=audit: len(audit.told), gives=1)
        expect_reserve(stock, "LAMP", 2, gives=True, when=f" after audit raised {name}")
        expect_reserve(stock, "LAMP", 1, gives=False, when=" once more")
    inner: list[bool] = []

    def audit_both(sku: str, n: int) -> None:
        if n == 2 and not inner:
            inner.append(stock.reserve(sku, 1))
            raise AuditRefused

    stock = new_stock(kata, {"LAMP": 3}, audit_both)
    what = "stock.reserve('LAMP', 2) of 3, whose audit reserves 1 and then raises AuditRefused"
    expect_error(what, Call(reserving(stock, "LAMP", 2)).start().result, AuditRefused)
    expect_reserve(stock, "LAMP", 2, gives=True, when=f" after {what}")
    expect_reserve(stock, "LAMP", 1, gives=False, when=" once more")


@check("giving back loses no other thread's reservation")
def giving_back(kata: ModuleType) -> None:
    for step in overtakings(kata):
        audit = Audit(AuditRefused("no"))
        stock = new_stock(kata, {"LAMP": 3}, audit)
        calls = step.calls(reserving(stock, "LAMP", 1), reserving(stock, "LAMP", 2))
        what = f"stock.reserve('LAMP', 1) and (..., 2) of 3 in two threads, an audit raises, {step}"
        expect(what, lambda calls=calls: outcomes(calls), gives=["AuditRefused", "True"])
        _, left = audit.told[0]  # what the refused one had taken
        expect_reserve(stock, "LAMP", left, gives=True, when=f" after {what}")
        expect_reserve(stock, "LAMP", 1, gives=False, when=f" once more after {what}")


def outcomes(calls: tuple[Call, Call]) -> list[str]:
    return sorted(outcome(call) for call in calls)


def outcome(call: Call) -> str:
    try:
        return str(call.result())
    except AuditRefused:
        return "AuditRefused"


if __name__ == "__main__":
    main()
