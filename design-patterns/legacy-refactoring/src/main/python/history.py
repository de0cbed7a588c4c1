"""What is asked of every commit: corpus, pinned bugs, the old way to call, complexity."""

from __future__ import annotations

import ast
import contextlib
import io
from typing import Any

from corpus import BILLING, differing, golden, module_of
from known_bugs import red
from orders import order
from seams import changed

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
    "no mutable default": (
        "    r = invoice(o, notes, **seams)",
        "    notes = list(notes)\n    r = invoice(o, notes, **seams)",
    ),
    "except KeyError": (
        '        except:\n            notes.append("check',
        '        except KeyError:\n            notes.append("check',
    ),
    "round once": ("b = b + round(a[", "b = b + (a["),
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


def judged(text: str) -> dict[str, Any]:
    found = complexity(text)
    return {
        "another answer": len(differing(text, golden(), "commit")),
        "pins that fail": red(text),
        "called as before": called_as_before(text),
        "most complex": max(found.values()),
        "functions": len(found),
        "lines": len(text.splitlines()),
    }


def called_as_before(text: str) -> list[Any]:
    """As all callers do, with an order alone: the real clock, the real dice."""
    module = module_of(text, "called")
    with contextlib.redirect_stdout(io.StringIO()):
        made = module.run(order("C1", [["VASE", 4]]))
    return [made["sum"], module.late(made), module.late(made, "01.01.2126") > 0]


def tidied(text: str, name: str) -> int:
    """How many cases of the corpus get another answer after a change that looks harmless."""
    return len(differing(changed(text, *TIDIED[name]), golden(), "tidied"))


def is_billing_after(text: str) -> bool:
    return text == BILLING.with_name("billing_after.py").read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in ("billing.py", "billing_after.py"):
        print(each, judged(BILLING.with_name(each).read_text(encoding="utf-8")))
