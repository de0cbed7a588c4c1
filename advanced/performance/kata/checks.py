"""What a correct top_customers gives, and how often it asks for a rate."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
from collections.abc import Iterator
from fractions import Fraction
from types import ModuleType
from typing import Any

from checking import check, expect, expect_error, main

Order = tuple[str, int, str, int]  # customer, cents, currency, day
RATES = {
    "EUR": Fraction(1),
    "USD": Fraction(9, 10),
    "CHF": Fraction(21, 20),
    "JPY": Fraction(1, 3),
    "OLD": Fraction(0),
}


class Bank:
    """The slow source of rates: notes what it is asked, and raises if so wished."""

    def __init__(self, failure: BaseException | None = None) -> None:
        self.failure = failure
        self.asked: list[tuple[str, int]] = []
        self.factor = 1

    def rate(self, currency: str, day: int, /) -> Fraction:
        self.asked.append((currency, day))
        if self.failure and currency == "XXX":
            raise self.failure
        return RATES[currency] * day * self.factor


def dicts(orders: list[Order]) -> list[dict[str, Any]]:
    names = "customer", "cents", "currency", "day"
    return [dict(zip(names, order, strict=True)) for order in orders]


def expect_top(
    kata: ModuleType, orders: list[Order], k: int, gives: list[tuple[str, int]], bank: Bank
) -> None:
    """Totals are given in whole euro cents."""
    shown = f"top_customers of {orders}, {k}" if len(orders) < 6 else f"{len(orders)} orders, {k}"
    expected = [(customer, Fraction(total)) for customer, total in gives]
    expect(shown, lambda: kata.top_customers(dicts(orders), k, bank.rate), gives=expected)


@check("the examples of the task hold")
def examples(kata: ModuleType) -> None:
    orders = [("Ada", 1000, "EUR", 1), ("Bo", 2000, "USD", 1), ("Cy", 500, "USD", 1)]
    bank = Bank()
    expect_top(kata, orders, 2, [("Bo", 1800), ("Ada", 1000)], bank)
    expect(
        "what fx_rate was asked for, sorted",
        lambda: sorted(bank.asked),
        gives=[("EUR", 1), ("USD", 1)],
    )


@check("all orders of a customer count, the greatest total comes first")
def greatest_first(kata: ModuleType) -> None:
    orders = [
        ("Bo", 10, "EUR", 1),
        ("Ada", 30, "EUR", 1),
        ("Cy", 20, "EUR", 1),
        ("Bo", 40, "EUR", 1),
    ]
    ranked = [("Bo", 50), ("Ada", 30), ("Cy", 20)]
    for k in 1, 2, 3, 4, 1000:
        expect_top(kata, orders, k, ranked[:k], Bank())
    expect_top(kata, [("", 10, "EUR", 1)], 1, [("", 10)], Bank())
    expect_top(kata, [], 3, [], Bank())


@check("of equal totals, the customer whose first order came earlier stands first")
def equal_totals(kata: ModuleType) -> None:
    orders = [
        ("Zoe", 90, "EUR", 1),
        ("Mia", 10, "EUR", 1),
        ("Ada", 100, "USD", 1),
        ("Mia", 80, "EUR", 1),
        ("Eve", 45, "EUR", 2),
    ]
    ranked = [("Zoe", 90), ("Mia", 90), ("Ada", 90), ("Eve", 90)]
    for k in 1, 2, 3, 4:
        expect_top(kata, orders, k, ranked[:k], Bank())


@check("refunds are subtracted, and free orders count as orders")
def refunds(kata: ModuleType) -> None:
    orders = [("Ada", 50, "EUR", 1), ("Bo", -20, "EUR", 1), ("Ada", -50, "EUR", 1)]
    expect_top(kata, orders, 2, [("Ada", 0), ("Bo", -20)], Bank())
    orders = [("Bo", -20, "EUR", 1), ("Cy", 10, "EUR", 1), ("Ada", -10, "EUR", 1)]
    expect_top(kata, orders, 3, [("Cy", 10), ("Ada", -10), ("Bo", -20)], Bank())
    free = [("Cy", 0, "EUR", 1), ("Bo", 0, "EUR", 1), ("Ada", 5, "EUR", 1), ("Bo", 5, "EUR", 1)]
    expect_top(kata, free, 3, [("Bo", 5), ("Ada", 5), ("Cy", 0)], Bank())


@check("each currency and each day has its own rate, and the total is exact")
def own_rate(kata: ModuleType) -> None:
    orders = [("Ada", 100, "USD", 1), ("Ada", 100, "USD", 2), ("Bo", 100, "CHF", 3)]
    expect_top(kata, orders, 2, [("Bo", 315), ("Ada", 270)], Bank())
    for currency, rate in ("USD", "9/10"), ("JPY", "1/3"):
        one = dicts([("Ada", 1, currency, 1)])
        expect(
            f"one order of 1 cent at {rate}",
            lambda one=one: kata.top_customers(one, 1, Bank().rate),
            gives=[("Ada", Fraction(rate))],
        )
    large = 10**20 + 1
    expect_top(kata, [("Ada", large, "EUR", 1)], 1, [("Ada", large)], Bank())


@check("less than one customer is a ValueError, before anything is taken")
def less_than_one(kata: ModuleType) -> None:
    for k in 0, -1:
        bank, taken = Bank(), []
        orders = (taken.append(order) or order for order in dicts([("Ada", 1, "EUR", 1)]))
        call = f"top_customers(orders, {k}, fx_rate)"
        expect_error(
            call,
            lambda orders=orders, k=k, bank=bank: kata.top_customers(orders, k, bank.rate),
            ValueError,
        )
        expect(f"orders taken by {call}", lambda taken=taken: len(taken), gives=0)
        expect(f"rates asked for by {call}", lambda bank=bank: bank.asked, gives=[])


@check("an order is used only until the next one is taken, and not changed")
def one_at_a_time(kata: ModuleType) -> None:
    orders = [("Ada", 10, "EUR", 1), ("Bo", 20, "USD", 2), ("Ada", 30, "EUR", 2)]

    def reader() -> Iterator[dict[str, Any]]:
        buffer: dict[str, Any] = {}
        for order in dicts(orders):
            buffer.update(order)
            yield buffer

    expected = [("Ada", Fraction(70)), ("Bo", Fraction(36))]
    call = "top_customers of orders from a reader that fills one dict again and again"
    expect(call, lambda: kata.top_customers(reader(), 5, Bank().rate), gives=expected)
    given = dicts(orders)
    call = "top_customers of three orders"
    expect(call, lambda: kata.top_customers(given, 5, Bank().rate), gives=expected)
    expect(f"the orders after {call}", lambda: given, gives=dicts(orders))


@check("each call asks anew")
def asks_anew(kata: ModuleType) -> None:
    bank, orders = Bank(), [("Ada", 10, "EUR", 1), ("Ada", 10, "EUR", 1)]
    expect_top(kata, orders, 1, [("Ada", 20)], bank)
    bank.factor = 3
    expect_top(kata, orders, 1, [("Ada", 60)], bank)
    expect("rates asked for in two calls", lambda: len(bank.asked), gives=2)
    expect_top(kata, [("Bo", 10, "USD", 1)], 1, [("Bo", 9)], Bank())


@check("a rate is asked for once")
def asked_once(kata: ModuleType) -> None:
    for currencies, days in (["EUR"], 1), (["OLD"], 1), (["EUR", "USD", "OLD"], 1000):
        bank = Bank()
        pairs = [(currency, day) for day in range(1, days + 1) for currency in currencies]
        orders = [("Ada", 10, *pair) for pair in pairs + pairs]
        total = sum(20 * RATES[currency] * day for currency, day in pairs)
        shown = f"{len(pairs)} pairs of currency and day ({currencies}), each in two orders"
        call = f"top_customers of {shown}"
        expect(
            call,
            lambda bank=bank, orders=orders: kata.top_customers(dicts(orders), 1, bank.rate),
            gives=[("Ada", total)],
        )
        expect(f"{call}: rates asked for", lambda bank=bank: len(bank.asked), gives=len(pairs))
        expect(f"{call}: different ones", lambda bank=bank: len({*bank.asked}), gives=len(pairs))


@check("an exception of fx_rate reaches the caller, and nothing is asked again")
def failing_rate(kata: ModuleType) -> None:
    failures = [LookupError("no rate"), ValueError("closed"), KeyError("XXX"), KeyboardInterrupt()]
    for failure in *failures, StopIteration("closed"):
        bank = Bank(failure)
        rows = [("Ada", 10, "EUR", 1), ("Ada", 10, "XXX", 1), ("Bo", 10, "XXX", 1)]
        orders = dicts(rows)
        call = f"top_customers, fx_rate raising {type(failure).__name__}"
        caught: list[BaseException] = []

        def attempted(bank: Bank = bank, orders: list = orders, caught: list = caught) -> None:
            try:
                kata.top_customers(orders, 1, bank.rate)
            except RuntimeError as error:  # what a generator makes of a StopIteration
                caught.append(error.__cause__ or error)
                raise caught[0] from None
            except BaseException as error:
                caught.append(error)
                raise

        expect_error(call, attempted, type(failure))
        expect(f"{call}: is it the same?", lambda caught=caught: caught[0], gives=failure)
        expect(f"{call}: how often", lambda bank=bank: bank.asked.count(("XXX", 1)), gives=1)


if __name__ == "__main__":
    main()
