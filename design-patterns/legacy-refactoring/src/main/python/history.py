"""What is asked of every commit: corpus, pinned bugs, the old way to call, complexity."""

from __future__ import annotations

import ast
import contextlib
import io
from typing import Any

from corpus import BILLING, differing, golden, module_of
from known_bugs import FIXES, red
from orders import order
from seams import changed

AFTER = BILLING.with_name("billing_after.py")
BRANCHING = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.While,
    ast.ExceptHandler,
    ast.comprehension,
    ast.Assert,
)
TIDIED = {
    "from 11 on": ('number > 10 if kind == "B"', 'number >= 11 if kind == "B"'),
    "no mutable default": FIXES["own notes"],
    "except KeyError": (
        '        except:\n            notes.append("check',
        '        except KeyError:\n            notes.append("check',
    ),
    "round once": ("b = b + round(a[", "b = b + (a["),
    "csv": ("    f = []\n", '    return next(__import__("csv").reader([l], delimiter=";"))\n'),
}


def complexity(text: str) -> dict[str, int]:
    """McCabe's number of each function: one, and one more for each place where ways part."""
    found = {}
    for function in ast.parse(text).body:
        if isinstance(function, ast.FunctionDef):
            nodes = list(ast.walk(function))
            operators = sum(len(each.values) - 1 for each in nodes if isinstance(each, ast.BoolOp))
            found[function.name] = (
                1 + operators + sum(isinstance(each, BRANCHING) for each in nodes)
            )
    return found


def judged(text: str, name: str = "commit") -> dict[str, Any]:
    found = complexity(text)
    return {
        "another answer": len(differing(text, golden(), name)),
        "pins that fail": red(text),
        "called as before": called_as_before(text, name),
        "most complex": max(found.values()),
        "functions": len(found),
        "lines": len(text.splitlines()),
    }


def called_as_before(text: str, name: str) -> list[Any]:
    """As all callers do, with an order alone: the real clock, the real dice."""
    module = module_of(text, name)
    with contextlib.redirect_stdout(io.StringIO()):
        made = module.run(order("C1", [["VASE", 4]]))
    return [made["sum"], module.late(made), module.late(made, "01.01.2126") > 0]


def tidied(text: str, name: str) -> int:
    """How many cases of the corpus get another answer after a change that looks harmless."""
    return len(differing(changed(text, *TIDIED[name]), golden(), "tidied"))


FRANCE = ("SHIPPING = {", 'SHIPPING = {\n    "FR": (9.9, 13.9, 31.9, 21.9, 41.9),')


def to_france(text: str) -> list[Any]:
    """Shipping, tax and notes of an order that goes to a new country."""
    module = module_of(text, "France")
    with contextlib.redirect_stdout(io.StringIO()):
        made = module.run(order("C1", [["VASE", 4]], country="FR"))
    return [made["ship"], made["vat"], made["notes"]]


def to_france_by_a_line_in_the_table(text: str) -> list[Any]:
    return to_france(changed(text, *FRANCE))


def judged_after() -> dict[str, Any]:
    """The last commit's code as a file."""
    return judged(AFTER.read_text(encoding="utf-8"), str(AFTER))


if __name__ == "__main__":
    print(judged(BILLING.read_text(encoding="utf-8")))
    print(judged_after())
