"""A parallel run: the old code answers callers, and the new code answers beside it, unseen."""

from __future__ import annotations

import contextlib
import copy
import io
import random
from collections import Counter
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from types import ModuleType
from typing import Any

from corpus import BILLING, Shop, module_of, source
from orders import Case, day, random_order

Run = Callable[[Case], Case]


class Parallel:
    """Answers as the old code does. What the new code does otherwise is kept, with the input."""

    def __init__(self, old: Run, new: Run) -> None:
        self.old, self.new = old, new
        self.found: list[tuple[str, Case]] = []

    def __call__(self, order: Case) -> Case:
        before = copy.deepcopy(order)  # the new code gets a copy, and may not change that either
        given = copy.deepcopy(order)
        answer = self.old(order)
        try:
            other = self.new(given)
            if other != answer:
                self.found.append(("difference", before))
        except Exception as error:  # KeyboardInterrupt goes on
            self.found.append((type(error).__name__, before))
        if given != before:
            self.found.append(("changed its input", before))
        return answer


def invoices(module: ModuleType) -> Run:
    """An invoice for each order, each with its own list of notes and the shop of the same day."""
    functions = Shop(day()).opened(module)

    def run(order: Case) -> Case:
        with contextlib.redirect_stdout(io.StringIO()):
            return dict(functions.run(order), notes=[])

    return run


def after() -> ModuleType:
    return module_of(BILLING.with_name("billing_after.py").read_text(encoding="utf-8"), "after")


def in_decimals(module: ModuleType) -> Run:
    """The new code with the tax as the law has it: in decimals, half a cent up."""

    def percent(amount: float, rate: str) -> float:
        exact = Decimal(f"{amount:.2f}") * Decimal(rate)
        return float(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))

    def vat(o: Case, goods: float, books: float, notes: list[str]) -> float:
        if o["country"] == "DE":
            return percent(goods, "0.19") + percent(books, "0.07")
        return 0 if o["type"] == "B" else percent(goods, "0.20") + percent(books, "0.10")

    vars(module)["vat"] = vat
    return invoices(module)


def failing(module: ModuleType) -> Run:
    """Fails for what the old code puts a note on."""
    made = invoices(module)
    return lambda o: made(o) if all(line[0] != "GONE" for line in o["lines"]) else made({})


def emptying(module: ModuleType) -> Run:
    """Takes lines off the order that it was given."""
    made = invoices(module)

    def run(o: Case) -> Case:
        answer = made(o)
        o["lines"].pop()
        return answer

    return run


CANDIDATES: dict[str, Callable[[ModuleType], Run]] = {
    "final": invoices, "decimals": in_decimals, "fails": failing, "empties": emptying,
}  # fmt: skip


def days_orders(number: int = 1000) -> list[Case]:
    """Orders from Germany and Austria without books, so that the tax is one rounded number."""
    dice = random.Random(19)
    made = (random_order(dice) for _ in range(number * 9))
    wanted = [
        each
        for each in made
        if each["country"] in ("DE", "AT") and all(line[0] != "BOOK" for line in each["lines"])
    ]
    return wanted[:number]


def ran(name: str) -> dict[str, Any]:
    orders = days_orders()
    alone = invoices(module_of(source()))
    expected = [alone(each) for each in copy.deepcopy(orders)]
    parallel = Parallel(invoices(module_of(source())), CANDIDATES[name](after()))
    given = [parallel(copy.deepcopy(each)) for each in orders]
    return {
        "orders": len(orders),
        "caller gets the old answers": given == expected,
        "found": Counter(kind for kind, _ in parallel.found),
        "inputs": [each for _, each in parallel.found][:1],
        "affected": affected(orders, expected),
        "with an unknown article": sum(
            any(line[0] == "GONE" for line in each["lines"]) for each in orders
        ),
    }


def affected(orders: list[Case], expected: list[Case]) -> int:
    """Counted without the new code: the old invoices whose tax is not that of whole cents."""
    wrong = 0
    for each, invoice in zip(orders, expected, strict=True):
        rate = 19 if each["country"] == "DE" else 0 if each["type"] == "B" else 20
        cents = round((invoice["goods"] + invoice["ship"]) * 100)
        wrong += (cents * rate + 50) // 100 != round(invoice["vat"] * 100)
    return wrong


if __name__ == "__main__":
    for each in CANDIDATES:
        print(each, ran(each))
