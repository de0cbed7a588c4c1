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


def known_bug_an_offer_for_just_a_hundred_is_dearer_than_the_invoice(module: ModuleType) -> bool:
    hundred = order("C1", [["VASE", 100]])
    return [module.offer(hundred), billed(module, hundred)[0]["goods"]] == [2250.0, 2125.0]


def known_bug_a_mail_to_nobody_is_tried_three_times_with_a_minute_after_each(
    module: ModuleType,
) -> bool:
    shop = Shop(day())
    functions = shop.opened(module)
    with contextlib.redirect_stdout(io.StringIO()):
        functions.mail(functions.run(order("C2", [["VASE", 1]])))
    return shop.events[1:] == [60, 60, 60]


PINS: list[Pin] = [
    known_bug_ten_of_an_article_are_not_many_for_business_customers,
    known_bug_an_invoice_has_the_notes_of_all_orders_before_it,
    known_bug_a_franc_costs_a_euro_all_day_if_nobody_answers,
    known_bug_an_offer_for_just_a_hundred_is_dearer_than_the_invoice,
    known_bug_a_mail_to_nobody_is_tried_three_times_with_a_minute_after_each,
]
FIXES = {
    "ten are many": ('number > 10 if kind == "B" else number >= 10', "number >= 10"),
    "own notes": (
        "def run(o, notes=[], **seams):\n",
        "def run(o, notes=None, **seams):\n    notes = [] if notes is None else notes\n",
    ),
    "no rate, no invoice": (
        "        except:\n            rates[day.isoformat()] = 1",
        '        except Exception:\n            raise LookupError("no rate") from None',
    ),
    "no address, no mail": ("    n = 0\n    while", "    n = 0 if len(c) > 2 else 3\n    while"),
    "offer as invoice": ("number > 100 if is_offer else number >= 100", "number >= 100"),
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


def days_after(text: str, *names: str) -> list[int]:
    """Which days of the corpus get another answer: those that somebody has to look at."""
    return differing(fixed(text, *names), golden(), "fixed")


TEN = [[article, 10] for article in ("LAMP", "SOFA", "CORD", "VASE")]


def has_ten(line: Case) -> bool:
    orders = [each for each in line["case"]["orders"] if each.get("type") == "B"]
    return any(article in TEN for each in orders for article in each["lines"])


def has_notes_of_others(line: Case) -> bool:
    """Two invoices, the first of them with notes, and no list that was given."""
    invoices = [answer[0] for answer in line["answers"] if isinstance(answer, list)]
    return "list of notes" not in line["case"] and any(each["notes"] for each in invoices[:-1])


def has_no_rate(line: Case) -> bool:
    swiss = any(each.get("country") == "CH" for each in line["case"]["orders"])
    return swiss and line["case"]["rates"][0] in ("down", "much")


def has_mail_to_nobody(line: Case) -> bool:
    """An invoice of the one customer whose address the CRM does not have."""
    return any(answer[0]["cust"] == "C2" for answer in line["answers"] if isinstance(answer, list))


HUNDRED = [[article, 100] for article in ("LAMP", "SOFA", "CORD", "VASE")]


def has_offer_for_a_hundred(line: Case) -> bool:
    """An offer that could be made, and just a hundred of an article that is no book in it."""
    offers = line["answers"][-1]["offers"]
    pairs = zip(line["case"]["orders"], offers, strict=True)
    return any(
        isinstance(offer, float) and any(each in HUNDRED for each in order["lines"])
        for order, offer in pairs
    )


def expected_days(name: str) -> list[int]:
    """The days that a fix should change, told from what was recorded, without the fixed code."""
    concerns = {
        "ten are many": has_ten,
        "own notes": has_notes_of_others,
        "no rate, no invoice": has_no_rate,
        "no address, no mail": has_mail_to_nobody,
        "offer as invoice": has_offer_for_a_hundred,
    }[name]
    return [number for number, line in enumerate(golden()) if concerns(line)]


if __name__ == "__main__":
    from corpus import BILLING

    after = BILLING.with_name("billing_after.py").read_text(encoding="utf-8")
    print("pins that fail as it is:", red(after))
    for fix in FIXES:
        print(f"{fix}: {red_after(after, fix)}, and these days: {days_after(after, fix)}")
