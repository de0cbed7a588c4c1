"""A parallel run: the old code answers callers, and the new code answers beside it, unseen."""

from __future__ import annotations

import contextlib
import copy
import io
import random
from collections import Counter
from collections.abc import Callable
from types import ModuleType
from typing import Any

from corpus import BILLING, Shop, module_of, source
from orders import Case, day, order

Run = Callable[[Case], Case]


class Parallel:
    """Answers as the old code does. What the new code does otherwise is kept, with the input."""

    def __init__(self, old: Run, new: Run) -> None:
        self.old, self.new = old, new
        self.found: list[tuple[str, Case]] = []

    def __call__(self, given_order: Case) -> Case:
        before = copy.deepcopy(
            given_order
        )  # the new code gets a copy, and may not change that either
        given = copy.deepcopy(given_order)
        answer = self.old(given_order)
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


def mending(module: ModuleType) -> Run:
    """The new code with a known bug mended on the way: ten are many for business customers, too."""
    rebate = module.rebate
    vars(module)["rebate"] = lambda kind, number: rebate("P", number)
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
    "final": invoices, "mends": mending, "fails": failing, "empties": emptying,
}  # fmt: skip


def orders(number: int = 200) -> list[Case]:
    dice = random.Random(19)
    articles = ["LAMP", "NAIL", "BOOK", "GONE"]
    return [
        order(
            "C1",
            [[dice.choice(articles), dice.randrange(1, 20)] for _ in range(3)],
            type=dice.choice("PBS"),
        )
        for _ in range(number)
    ]


def ran(name: str) -> dict[str, Any]:
    given = orders()
    alone = invoices(module_of(source()))
    expected = [alone(each) for each in copy.deepcopy(given)]
    parallel = Parallel(invoices(module_of(source())), CANDIDATES[name](after()))
    answers = [parallel(each) for each in copy.deepcopy(given)]
    return {
        "orders": len(given),
        "old answers": answers == expected,
        "found": Counter(kind for kind, _ in parallel.found),
        "kept": all(each in given for _, each in parallel.found),
        "first": parallel.found[0][1]["lines"] if parallel.found else [],
        "affected": affected(given),
        "unknown": sum(any(line[0] == "GONE" for line in each["lines"]) for each in given),
    }


def affected(given: list[Case]) -> int:
    """Counted without the new code: orders of business customers with just ten of an article."""
    ten = [["LAMP", 10], ["NAIL", 10]]
    return sum(each["type"] == "B" and any(line in ten for line in each["lines"]) for each in given)


if __name__ == "__main__":
    for each in CANDIDATES:
        print(each, ran(each))
