"""How well inputs hold `late` fast: lines they run, branches they take, mutants they kill."""

from __future__ import annotations

import ast
import copy
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from types import CodeType, FrameType, ModuleType
from typing import Any, cast

from corpus import Shop, answers, days_after, german, golden, module_of, source
from orders import Case, day

Call = list[Any]  # an invoice and a day
OTHER: dict[type, Callable[[], Any]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Add: ast.Sub, ast.Sub: ast.Add,
    ast.Mult: ast.Div, ast.Div: ast.Mult, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip


def invoice(total: float, currency: str = "EUR") -> Case:
    return {"sum": total, "cur": currency, "due": "01.06.2026"}


EVERY_LINE: list[Call] = [[invoice(900.0, "CHF"), "15.07.2026"], [invoice(9.5), None]]
EVERY_BRANCH: list[Call] = [
    *EVERY_LINE,
    [invoice(9.5), "20.05.2026"],
    [invoice(9.5), "10.06.2026"],
    [invoice(9.5), "20.06.2026"],
    [invoice(9.5), "15.07.2026"],
]


def recorded_calls() -> list[Call]:
    """Every call of `late` in the corpus; that without a day is asked on another day here."""
    calls: list[Call] = []
    for line in golden():
        for answer in line["answers"]:
            if isinstance(answer, list):
                calls += [[answer[0], german(each)] for each in days_after(answer[0])]
                calls.append([answer[0], None])
    return calls


def late() -> ast.FunctionDef:
    """The function alone, with the numbers of its lines in the file."""
    above, text = source().split("def late(")
    tree = ast.parse("def late(" + text.split("\nif __name__")[0])
    return cast(ast.FunctionDef, ast.increment_lineno(tree, above.count("\n")).body[0])


def branches(body: list[ast.stmt], after: int = 0) -> Iterator[tuple[int, int]]:
    """From which line to which one each `if` can go, as the syntax tree has it."""
    lines = [each.lineno for each in body] + [after]
    for statement, following in zip(body, lines[1:], strict=True):
        if isinstance(statement, ast.If):
            otherwise = statement.orelse[0].lineno if statement.orelse else following
            yield statement.lineno, statement.body[0].lineno
            yield statement.lineno, otherwise
            yield from branches(statement.body, following)
            yield from branches(statement.orelse, following)


def billing(change: CodeType | None = None) -> ModuleType:
    module = module_of(source())
    if change is not None:
        exec(change, vars(module))
    return module


def opened(change: CodeType | None = None) -> ModuleType:
    module = billing(change)
    Shop(day(today="2026-06-08")).opened(module)
    return module


def traced(calls: list[Call]) -> tuple[set[int], set[tuple[int, int]]]:
    """The lines of `late` that run, and which line comes after which."""
    module, lines, steps = opened(), set(), set()
    before = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal before
        if frame.f_code.co_name != "late":
            return None
        if event == "call":
            before = 0
        elif event == "line":
            lines.add(frame.f_lineno)
            steps.add((before, frame.f_lineno))
            before = frame.f_lineno
        return trace

    tracing = sys.gettrace()
    sys.settrace(trace)
    try:
        for each in calls:
            module.late(*each)
    finally:
        sys.settrace(tracing)
    return lines, steps


@lru_cache
def mutants() -> list[tuple[str, CodeType]]:
    """`late` with one small mistake each, and what the mistake is."""
    found = []
    for number in range(len(list(changes(late())))):
        function = late()
        node, change = list(changes(function))[number]
        mistake = f"{getattr(node, 'lineno', 0)}: {ast.unparse(node)}"
        change()
        tree = ast.fix_missing_locations(ast.Module([function], []))
        found.append((mistake, compile(tree, "mutant", "exec")))
    return found


def changes(function: ast.FunctionDef) -> Iterator[tuple[ast.AST, Callable[[], None]]]:
    for node in ast.walk(function):
        match node:
            case ast.Compare(ops=[op]):
                yield node, lambda node=node, op=op: setattr(node, "ops", [OTHER[type(op)]()])
            case ast.BinOp(op=op) | ast.BoolOp(op=op):
                yield node, lambda node=node, op=op: setattr(node, "op", OTHER[type(op)]())
            case ast.Constant(value=int() | float() as value):
                yield node, lambda node=node, value=value: setattr(node, "value", value + 1)
        for body in (getattr(node, "body", []), getattr(node, "orelse", [])):
            for place, statement in enumerate(body if isinstance(body, list) else []):
                if isinstance(statement, ast.Assign):
                    yield statement, lambda body=body, place=place: drop(body, place)


def drop(body: list[ast.stmt], place: int) -> None:
    body[place] = ast.copy_location(ast.Pass(), body[place])


def fees(function: Callable[..., Any], calls: list[Call]) -> Iterator[Any]:
    for each in calls:
        try:
            yield function(*copy.deepcopy(each))
        except Exception as error:
            yield type(error).__name__


def alive(calls: list[Call]) -> list[str]:
    """The mutants that answer all calls as the original does."""
    expected = list(fees(opened().late, calls))
    return [
        mistake
        for mistake, change in mutants()
        if list(fees(opened(change).late, calls)) == expected
    ]


def alive_in_corpus(most: int | None = None) -> list[str]:
    """The mutants with which no day of the corpus, or of its first days, gets another answer."""
    days = golden()[:most]
    return [
        mistake
        for mistake, change in mutants()
        if all(answers(billing(change), line["case"]) == line["answers"] for line in days)
    ]


def measured(which: str) -> dict[str, Any]:
    calls = {"lines": EVERY_LINE, "branches": EVERY_BRANCH, "corpus": recorded_calls()}[which]
    lines, steps = traced(calls)
    statements = {each.lineno for each in ast.walk(late()) if isinstance(each, ast.stmt)}
    ways = set(branches(late().body))
    return {
        "mutants": len(mutants()),
        "calls": len(calls),
        "lines not run": len(statements - lines) - 1,  # `def` runs before
        "branches": len(ways),
        "branches not taken": len(ways - steps),
        "alive": alive_in_corpus() if which == "corpus" else alive(calls),
    }


if __name__ == "__main__":
    for each in ("lines", "branches", "corpus"):
        print(each, measured(each))
