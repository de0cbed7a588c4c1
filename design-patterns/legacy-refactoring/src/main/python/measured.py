"""How well inputs hold `late` fast: lines they run, branches they take, mutants they kill."""

from __future__ import annotations

import ast
import copy
import sys
from collections.abc import Callable, Iterator
from types import FrameType, ModuleType
from typing import Any, cast

from corpus import BILLING, Shop, days_after, german, golden, module_of, source
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


def billing() -> ModuleType:
    module = module_of(source())
    Shop(day(today="2026-06-08")).opened(module)
    return module


def traced(calls: list[Call]) -> tuple[set[int], set[tuple[int, int]]]:
    """The lines of `late` that run, and which line comes after which."""
    module, lines, steps = billing(), set(), set()
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


def mutants() -> Iterator[tuple[str, ast.FunctionDef]]:
    """`late` with one small mistake each, and what the mistake is."""
    for number in range(len(list(changes(late())))):
        function = late()
        name, change = list(changes(function))[number]
        change()
        yield name, ast.fix_missing_locations(function)


def number_of_mutants() -> int:
    return len(list(mutants()))


def changes(function: ast.FunctionDef) -> Iterator[tuple[str, Callable[[], None]]]:
    for node in ast.walk(function):
        match node:
            case ast.Compare(ops=[op]):
                yield told(node), lambda node=node, op=op: setattr(node, "ops", [OTHER[type(op)]()])
            case ast.BinOp(op=op) | ast.BoolOp(op=op):
                yield told(node), lambda node=node, op=op: setattr(node, "op", OTHER[type(op)]())
            case ast.Constant(value=int() | float() as value):
                yield told(node), lambda node=node, value=value: setattr(node, "value", value + 1)
        for place, statement in enumerate(getattr(node, "body", [])):
            if isinstance(statement, ast.Assign):
                yield told(statement), lambda node=node, place=place: drop(node.body, place)


def told(node: ast.AST) -> str:
    return f"{getattr(node, 'lineno', 0)}: {ast.unparse(node)}"


def drop(body: list[ast.stmt], place: int) -> None:
    body[place] = ast.copy_location(ast.Pass(), body[place])


def answers(function: Callable[..., Any], calls: list[Call]) -> Iterator[Any]:
    for each in calls:
        try:
            yield function(*copy.deepcopy(each))
        except Exception as error:
            yield type(error).__name__


def alive(calls: list[Call]) -> list[str]:
    """The mutants that answer all calls as the original does."""
    module = billing()
    expected = list(answers(module.late, calls))
    found = []
    for name, function in mutants():
        exec(compile(ast.Module([function], []), str(BILLING), "exec"), vars(module))
        if all(new == old for new, old in zip(answers(module.late, calls), expected, strict=True)):
            found.append(name)
    return found


def measured(which: str) -> dict[str, Any]:
    calls = {"lines": EVERY_LINE, "branches": EVERY_BRANCH, "corpus": recorded_calls()}[which]
    lines, steps = traced(calls)
    all_calls = [*EVERY_BRANCH, *recorded_calls()]
    statements = {each.lineno for each in ast.walk(late()) if isinstance(each, ast.stmt)}
    return {
        "calls": len(calls),
        "lines not run": len(statements - lines) - 1,  # `def` runs before
        "branches not taken": len(traced(all_calls)[1] - steps),
        "alive": alive(calls),
    }


if __name__ == "__main__":
    print("mutants of `late`:", number_of_mutants())
    for each in ("lines", "branches", "corpus"):
        print(each, measured(each))
