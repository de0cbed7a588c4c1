"""The mistakes: what each kind of node becomes, as edits of the text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

from mutating.scope import TELLING, called
from mutating.source import Edit, Source


def both_ways(**pairs: str) -> dict[str, str]:
    return pairs | {new: old for old, new in pairs.items()}


COMPARISON = both_ways(**{"<": "<=", ">": ">=", "==": "!=", "is": "is not", "in": "not in"})
ARITHMETIC = both_ways(**{"+": "-", "*": "/", "<<": ">>", "&": "|"})
ARITHMETIC |= {"//": "/", "%": "*", "**": "*", "@": "*", "^": "&"}
BOOLEAN = {"and": "or", "or": "and"}
QUOTE = re.compile(r"[A-Za-z]*('''|\"\"\"|'|\")")


def edits(node: ast.AST, source: Source) -> Iterator[Edit]:
    """Every mistake that can be made in a node, apart from its children."""
    match node:
        case ast.Compare():
            operands = [node.left, *node.comparators]
            yield from replaced(operands, COMPARISON, source)
        case ast.BinOp():
            yield from replaced([node.left, node.right], ARITHMETIC, source)
        case ast.BoolOp():
            yield from replaced(node.values, BOOLEAN, source)
        case ast.UnaryOp(op=ast.Not() | ast.USub() | ast.Invert()):
            start = source.start(node)
            yield Edit(start, start + len(source.between(start, source.end(node))[0].text), "")
        case ast.Constant():
            yield from constant(node, source)
        case ast.JoinedStr():
            yield text(node, source)
        case ast.Call():
            yield from argument_removed(node, source)
        case ast.arguments():
            yield from default_removed(node, source)
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            for decorator in node.decorator_list:
                at = source.last_before(source.start(decorator), "@")
                yield Edit(at.start, source.end(decorator), "")
        case ast.Lambda(body=value) | ast.Return(value=ast.expr() as value):
            if not isinstance(value, ast.Constant):
                yield Edit(source.start(value), source.end(value), "None")
        case ast.With() | ast.AsyncWith():
            yield from item_removed(node, source)
        case ast.stmt():
            yield from statement(node, source)
    yield from negated(node, source)


def replaced(operands: list[ast.expr], by: dict[str, str], source: Source) -> Iterator[Edit]:
    """Each operator between two operands by another."""
    for left, right in pairwise(operands):
        operator = source.between(source.end(left), source.start(right))
        other = by[" ".join(token.text for token in operator)]
        yield Edit(operator[0].start, operator[-1].end, other)


def negated(node: ast.AST, source: Source) -> Iterator[Edit]:
    """A condition by its opposite, unless another mutant is just that."""
    conditions = [getattr(node, "test", None), getattr(node, "guard", None)]
    for condition in [*conditions, *getattr(node, "ifs", [])]:
        match condition:
            case None | ast.Constant() | ast.UnaryOp(op=ast.Not()):
                continue
            case ast.Compare(ops=[ast.Eq() | ast.NotEq() | ast.Is() | ast.IsNot()]):
                continue
            case ast.Compare(ops=[ast.In() | ast.NotIn()]):
                continue
        start, end = source.start(condition), source.end(condition)
        yield Edit(start, end, f"not ({source.of(start, end)})")


def constant(node: ast.Constant, source: Source) -> Iterator[Edit]:
    start, end = source.start(node), source.end(node)
    match node.value:
        case bool():
            yield Edit(start, end, str(not node.value))
        case int() | float():
            yield Edit(start, end, repr(node.value + 1))
            if node.value == 1:
                yield Edit(start, end, "0")
        case None:
            yield Edit(start, end, "0")
        case str() | bytes():
            yield text(node, source)


def text(node: ast.expr, source: Source) -> Edit:
    """Two letters more right behind its first quotation mark."""
    start = source.start(node)
    quote = QUOTE.match(source.of(start, source.end(node)))
    return Edit(start + quote.end(), start + quote.end(), "XX")


def argument_removed(node: ast.Call, source: Source) -> Iterator[Edit]:
    """Without a named argument, or the last of several others: few calls work without another.

    Where a constant is named, its own mutants are enough.
    """
    arguments = sorted([*node.args, *node.keywords], key=source.start)
    spans = [(source.start(each), source.end(each)) for each in arguments]
    removed = one_removed(spans, source.end(node) - 1)
    for argument, edit in zip(arguments, removed, strict=True):
        match argument:
            case ast.keyword(value=ast.Constant()):
                continue
            case ast.keyword():
                yield edit
            case _ if argument is node.args[-1] and len(node.args) > 1:
                yield edit


def item_removed(node: ast.With | ast.AsyncWith, source: Source) -> Iterator[Edit]:
    """A block without one of the things it is in."""
    spans = []
    for item in node.items:
        last = item.optional_vars or item.context_expr
        spans.append((source.start(item.context_expr), source.end(last)))
    if len(spans) == 1:
        yield Edit(source.start(node), spans[0][1], "if True")
    else:
        yield from one_removed(spans, spans[-1][1])


def one_removed(spans: list[tuple[int, int]], end: int) -> Iterator[Edit]:
    """One part of a list, with the comma that parts it from its neighbour."""
    for number, (start, _) in enumerate(spans):
        if number + 1 < len(spans):
            yield Edit(start, spans[number + 1][0], "")
        elif number:
            yield Edit(spans[number - 1][1], end, "")
        else:
            yield Edit(start, end, "")


def default_removed(node: ast.arguments, source: Source) -> Iterator[Edit]:
    positional = [*node.posonlyargs, *node.args]
    given = positional[len(positional) - len(node.defaults) :]
    for argument, default in [
        *zip(given, node.defaults, strict=True),
        *zip(node.kwonlyargs, node.kw_defaults, strict=True),
    ]:
        if default is not None:
            yield Edit(source.end(argument), source.end(default), "")


def statement(node: ast.stmt, source: Source) -> Iterator[Edit]:
    """A statement that is not there; where it assigns and adds, one that only assigns."""
    start, end = source.start(node), source.end(node)
    match node:
        case ast.Expr(value=ast.Constant()):
            return
        case ast.Expr() if called(node.value) in TELLING:
            return
        case ast.Assign() if id(node) in source.only_values:
            return
        case ast.AnnAssign(value=ast.expr()):
            yield Edit(source.end(node.annotation), end, "")
        case ast.AugAssign():
            (operator,) = source.between(source.end(node.target), source.start(node.value))
            yield Edit(operator.start, operator.end, ARITHMETIC[operator.text[:-1]] + "=")
            yield Edit(operator.start, operator.end, "=")
            yield Edit(start, end, "pass")
        case ast.Expr() | ast.Assign() | ast.Return() | ast.Raise() | ast.Assert() | ast.Delete():
            yield Edit(start, end, "pass")
        case ast.Break() | ast.Continue():
            yield Edit(start, end, "pass")
