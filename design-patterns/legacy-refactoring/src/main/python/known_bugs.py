"""Bugs that were found and kept: each is pinned by a test, until the shop decides to mend it."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from types import ModuleType
from typing import Any

from corpus import Shop, differing, golden, module_of
from orders import Case, day, order
from seams import changed

Pin = Callable[[ModuleType], bool]


def billed(module: ModuleType, *orders: Case, rates: tuple[str, ...] = ("0.9412",)) -> list[Any]:
    functions = Shop(day(*orders, rates=rates)).opened(module)
    with contextlib.redirect_stdout(io.StringIO()):
        return [functions.run(each) for each in orders]


def known_bug_ten_of_an_article_are_not_many_for_business_customers(module: ModuleType) -> bool:
    ten = [order("C1", [["VASE", 10]], type=kind) for kind in "PB"]
    return [invoice["goods"] for invoice in billed(module, *ten)] == [225.0, 250.0]


def known_bug_an_invoice_has_the_notes_of_all_orders_before_it(module: ModuleType) -> bool:
    last = billed(module, order("C1", [["GONE", 1]]), order("C2", [["VASE", 1]]))[1]
    return last["notes"] == ["check GONE"]


def known_bug_a_franc_costs_a_euro_all_day_if_nobody_answers(module: ModuleType) -> bool:
    swiss = order("C1", [["VASE", 2]], country="CH")
    try:
        sums = [each["sum"] for each in billed(module, swiss, swiss, rates=("down", "0.9412"))]
    except LookupError:
        return False
    return sums == [64.9, 64.9]


PINS: list[Pin] = [
    known_bug_ten_of_an_article_are_not_many_for_business_customers,
    known_bug_an_invoice_has_the_notes_of_all_orders_before_it,
    known_bug_a_franc_costs_a_euro_all_day_if_nobody_answers,
]
FIXES = {
    "ten are many": ('number > 10 if kind == "B" else number >= 10', "number >= 10"),
    "own notes": (
        "    r = invoice(o, notes, **seams)",
        "    notes = list(notes)\n    r = invoice(o, notes, **seams)",
    ),
    "no rate, no invoice": (
        "        except:\n            rates[day.isoformat()] = 1",
        '        except Exception:\n            raise LookupError("no rate") from None',
    ),
}


def red(text: str) -> list[str]:
    """The pins that fail."""
    return [pin.__name__ for pin in PINS if not pin(module_of(text, "pinned"))]


def fixed(text: str, *names: str) -> str:
    for name in names:
        text = changed(text, *FIXES[name])
    return text


def red_after(text: str, *names: str) -> list[str]:
    return red(fixed(text, *names))


def corpus_after(text: str, *names: str) -> int:
    """How many cases of the corpus get another answer: those that somebody has to look at."""
    return len(differing(fixed(text, *names), golden(), "fixed"))


if __name__ == "__main__":
    from corpus import BILLING

    after = BILLING.with_name("billing_after.py").read_text(encoding="utf-8")
    print("pins that fail as it is:", red(after))
    for fix in FIXES:
        print(f"{fix}: {red_after(after, fix)}, and {corpus_after(after, fix)} cases of the corpus")
