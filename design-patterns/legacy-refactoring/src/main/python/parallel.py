"""A parallel run: the old code answers callers, and the new code answers beside it, unseen."""

from __future__ import annotations

import contextlib
import copy
import io
import random
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from types import ModuleType
from typing import Any

from corpus import BILLING, Shop, module_of, source
from orders import Case, day, order

Run = Callable[[Case], Case]


class Parallel:
    """Answers as the old code does. What the new code does otherwise is kept, with the input.

    If the old code raises, so does this, and nothing is compared. Orders and answers are compared
    by ==, so they should be plain data.
    """

    def __init__(self, old: Run, new: Run) -> None:
        self.old, self.new = old, new
        self.found: list[tuple[str, Case]] = []

    def __call__(self, order: Case) -> Case:
        try:  # the new code gets a copy, and may not change that either
            before, given = copy.deepcopy(order), copy.deepcopy(order)
        except Exception as error:
            self.found.append((type(error).__name__, order))
            return self.old(order)
        answer = self.old(order)
        try:
            other = self.new(given)
            if other != answer:
                self.found.append(("difference", before))
            if given != before:
                self.found.append(("changed its input", before))
        except Exception as error:  # KeyboardInterrupt goes on
            self.found.append((type(error).__name__, before))
        return answer


def invoices(module: ModuleType) -> Run:
    """An invoice for each order, each with its own list of notes and the shop of the same day."""
    functions = Shop(day()).opened(module)

    def run(order: Case) -> Case:
        with contextlib.redirect_stdout(io.StringIO()):
            return functions.run(order, [])

    return run


def leading(old: ModuleType, new: ModuleType) -> Run:
    """The old code's invoices; before each, the new code gets the old number and turnover."""
    made = invoices(old)

    def run(order: Case) -> Case:
        new.COUNT[:] = old.COUNT
        new.TURNOVER.clear()
        new.TURNOVER.update(old.TURNOVER)
        return made(order)

    return run


def after() -> ModuleType:
    return module_of(BILLING.with_name("billing_after.py").read_text(encoding="utf-8"), "after")


def mending(module: ModuleType) -> Run:
    """The new code with a known bug mended on the way: ten are many for business customers, too."""
    rebate = module.rebate
    vars(module)["rebate"] = lambda kind, number: rebate("P", number)
    return invoices(module)


def failing(module: ModuleType) -> Run:
    """Fails for what the old code puts a note on, before it has counted the invoice."""
    made = invoices(module)

    def run(o: Case) -> Case:
        if any(line[0] == "GONE" for line in o["lines"]):
            raise KeyError("GONE")
        return made(o)

    return run


def forgetting(module: ModuleType) -> Run:
    """Forgets the notes on articles."""
    priced = module.priced
    vars(module)["priced"] = lambda o, notes: priced(o, [])
    return invoices(module)


def emptying(module: ModuleType) -> Run:
    """Takes lines off the order that it was given."""
    made = invoices(module)

    def run(o: Case) -> Case:
        answer = made(o)
        o["lines"].pop()
        return answer

    return run


CANDIDATES: dict[str, Callable[[ModuleType], Run]] = {
    "final": invoices, "mends": mending, "fails": failing, "forgets": forgetting,
    "empties": emptying,
}  # fmt: skip


def orders(number: int = 200) -> list[Case]:
    dice = random.Random(19)
    articles = ["LAMP", "CORD", "BOOK", "GONE"]
    return [
        order(
            "C1",
            [[dice.choice(articles), dice.randrange(1, 20)] for _ in range(3)],
            type=dice.choice("PBS"),
        )
        for _ in range(number)
    ]


@lru_cache
def alone() -> list[Case]:
    """What the old code answers without the new code."""
    run = invoices(module_of(source()))
    return [run(each) for each in orders()]


def ran(name: str, state: str = "the old code's") -> dict[str, Any]:
    given = orders()
    old, new = module_of(source()), after()
    before = leading(old, new) if state == "the old code's" else invoices(old)
    parallel = Parallel(before, CANDIDATES[name](new))
    answers = [parallel(each) for each in copy.deepcopy(given)]
    return {
        "orders": len(given),
        "old answers": answers == alone(),
        "found": Counter(kind for kind, _ in parallel.found),
        "kept": all(each in given for _, each in parallel.found),
        "first": parallel.found[0][1]["lines"] if parallel.found else [],
        "affected": affected(given),
        "unknown": sum(any(line[0] == "GONE" for line in each["lines"]) for each in given),
    }


def affected(given: list[Case]) -> int:
    """Counted without the new code: orders of business customers with just ten of an article."""
    ten = [["LAMP", 10], ["CORD", 10]]
    return sum(each["type"] == "B" and any(line in ten for line in each["lines"]) for each in given)


if __name__ == "__main__":
    for each in CANDIDATES:
        print(each, ran(each))
