"""Seams: parameters whose defaults are what the code took so far; no logic has changed."""

from __future__ import annotations

import ast
import contextlib
import copy
import importlib
import io
import json
import sys
from types import ModuleType
from typing import Any

from corpus import Shop, module_of
from orders import day, order

LUCKY = order("C1", [["SOFA", 1]], country="CH", code="LUCKY")


class Inlined(ast.NodeTransformer):
    """Puts a parameter's default back into the places where the parameter is used."""

    def __init__(self, defaults: dict[str, ast.expr]) -> None:
        self.defaults = defaults

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return copy.deepcopy(self.defaults.get(node.id, node))


def defaults(function: ast.FunctionDef) -> dict[str, ast.expr]:
    pairs = zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
    return {argument.arg: default for argument, default in pairs if default is not None}


def functions(tree: ast.Module) -> list[ast.FunctionDef]:
    return [each for each in tree.body if isinstance(each, ast.FunctionDef)]


def added(text: str) -> dict[str, list[str]]:
    """The seams of each function that has some."""
    return {
        each.name: list(defaults(each)) for each in functions(ast.parse(text)) if defaults(each)
    }


def without_seams(text: str) -> str:
    """The syntax tree, with the defaults of all parameters that are given by name only put back."""
    tree = ast.parse(text)
    for function in functions(tree):
        inline = Inlined(defaults(function))
        function.body = [inline.visit(statement) for statement in function.body]
        function.args.kwonlyargs, function.args.kw_defaults = [], []
    return plain(tree)


def plain(tree: ast.Module) -> str:
    """As text; whether a name is read or written was decided where it stands."""
    return ast.unparse(tree)


def same_logic(old: str, new: str) -> bool:
    return without_seams(new) == plain(ast.parse(old))


def changed(text: str, old: str, new: str) -> str:
    """A source with one more change, which must be there to be made."""
    if old not in text:
        raise ValueError(f"not in the source: {old}")
    return text.replace(old, new)


def distinct(text: str, varying: str = "", runs: int = 50) -> int:
    """How many invoices one order gets, with every seam given and one of them varying."""
    module = module_of(text, "seams")
    seen = set()
    for number in range(runs):
        with contextlib.redirect_stdout(io.StringIO()):
            seen.add(json.dumps(module.run(LUCKY, [], **given(varying, number))))
    return len(seen)


def given(varying: str, number: int) -> dict[str, Any]:
    """All seams: those of a shop, and the state. The one that varies depends on the number."""
    case = day(today="2026-03-02", rates=("1.0",)) | {"dice": 0}
    if varying == "today":
        case["today"] = f"2026-03-{number % 28 + 1:02d}"
    elif varying == "dice":
        case["dice"] = number
    elif varying == "fetch":
        case["rates"] = [str(1 + number / 100)]
    shop = Shop(case)
    return {
        "today": shop.today,
        "dice": shop.dice,
        "fetch": shop.fetch,
        "count": [number if varying == "count" else 0],
        "turnover": {"C1": number * 100} if varying == "turnover" else {},
        "rates": {case["today"]: 1 + number / 100} if varying == "rates" else {},
    }


def distinct_as_found(text: str, runs: int = 50) -> int:
    """The same order with whatever clock, dice and state there are; only the network is not."""
    module = module_of(text, "as found")
    vars(module)["get"] = lambda url: "1"
    seen = set()
    for _ in range(runs):
        with contextlib.redirect_stdout(io.StringIO()):
            seen.add(json.dumps(module.run(LUCKY)))
    return len(seen)


def rebound(text: str) -> str:
    """Number and sum of an invoice, after names of the module were given to something else."""
    module = module_of(text, "rebound")
    shop = Shop(day(today="2026-03-02"))
    shop.opened(module)
    module.RATE["2026-03-02"] = 1.0
    vars(module).update(COUNT=[500], RATE={}, get=lambda url: "2")
    given = {"today": shop.today} if "today" in added(text).get("run", []) else {}
    with contextlib.redirect_stdout(io.StringIO()):
        made = module.run(order("C9", [["VASE", 4]], country="CH"), [], **given)
    return f"{made['no']} {made['sum']}"


def fetched(module: str) -> str:
    """What the function behind the seam `fetch` gets, from an address that needs no network."""
    return importlib.import_module(module).get("data:,0.9412")


def sent(module: str) -> list[Any]:
    """What the function behind the seam `post` does with a mail server."""
    seen: list[Any] = []

    class Server:
        def __init__(self, host: str) -> None:
            seen.append(host)

        def sendmail(self, *letter: Any) -> None:
            seen.append(letter)

        def quit(self) -> None:
            seen.append("quit")

    library = ModuleType("smtplib")
    vars(library)["SMTP"] = Server
    before = sys.modules.get("smtplib")
    sys.modules["smtplib"] = library
    try:
        importlib.import_module(module).send("c1@home.example", "Dear Cy")
    finally:
        del sys.modules["smtplib"]
        if before is not None:
            sys.modules["smtplib"] = before
    return seen


if __name__ == "__main__":
    from corpus import source

    print("invoices of one order in 50 runs, as found:", distinct_as_found(source()))
    with open(__file__.replace("seams.py", "billing_after.py"), encoding="utf-8") as file:
        after = file.read()
    print("... with seams:", distinct(after))
    print("... one of them varying:", {each: distinct(after, each) for each in ("today", "dice")})
