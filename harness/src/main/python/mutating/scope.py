"""What of a file is mutated: no docstring, annotation or message, and nothing for other uses."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

TELLING = {"print", "debug", "info", "warning", "error", "exception", "critical", "log"}
WARNING = {"warn", "warn_explicit"}
PATTERN = ast.Tuple | ast.List | ast.Starred | ast.expr_context
ANNOTATIONS = {"annotation", "returns", "type_params", "format_spec"}


class Place(NamedTuple):
    """A node, the function it is in, and the lines of the innermost statement's own text."""

    node: ast.AST
    function: str
    first: int
    last: int


def under_proof(tree: ast.Module) -> Iterator[Place]:
    """Every node that may be mutated."""
    left_out = {id(child) for node in ast.walk(tree) for child in not_mutated(node)}
    yield from below(tree, "", 1, 1, left_out)


def below(node, function: str, first: int, last: int, left_out: set[int]) -> Iterator[Place]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        function = f"{function}.{node.name}".lstrip(".")
    if isinstance(node, ast.stmt | ast.excepthandler | ast.match_case):
        first, last = header(node)
    if not is_another_world(node):
        yield Place(node, function, first, last)
    for name, value in ast.iter_fields(node):
        if name not in ANNOTATIONS:
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and id(child) not in left_out:
                    yield from below(child, function, first, last, left_out)


def header(node) -> tuple[int, int]:
    """The lines of a statement without the statements in its body."""
    start = node.pattern if isinstance(node, ast.match_case) else node
    first = min([start.lineno, *(each.lineno for each in getattr(node, "decorator_list", []))])
    body = getattr(node, "body", None)
    return first, max(start.lineno, body[0].lineno - 1) if body else node.end_lineno


def is_another_world(node: ast.AST) -> bool:
    """`if __name__ == "__main__"` and `if TYPE_CHECKING`."""
    if not isinstance(node, ast.If):
        return False
    names = {name.id for name in ast.walk(node.test) if isinstance(name, ast.Name)}
    attributes = {name.attr for name in ast.walk(node.test) if isinstance(name, ast.Attribute)}
    return "__name__" in names or "TYPE_CHECKING" in names | attributes


def called(node: ast.expr) -> str:
    """The last name of what is called."""
    match node:
        case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
            return name
    return ""


def not_mutated(node: ast.AST) -> Iterable[ast.AST]:
    """The children of a node that are left as they are."""
    match node:
        case ast.If() if is_another_world(node):
            return [node.test, *node.body]
        case ast.Expr(value=ast.Constant()):
            return [node.value]
        case ast.Raise(exc=ast.Call(args=arguments)):
            return texts(arguments)
        case ast.Call(args=arguments) if called(node) in TELLING | WARNING:
            return texts(arguments)
        case ast.Assert(msg=ast.expr() as message):
            return [message]
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant()):
            return [node.operand]
        case ast.arguments():
            defaults = [*node.defaults, *node.kw_defaults]
            return [each for each in defaults if isinstance(each, ast.Constant)]
        case ast.JoinedStr(values=pieces):
            return texts(pieces)
        case ast.Compare(ops=[ast.Is() | ast.IsNot()], comparators=[ast.Constant(value=None)]):
            return node.comparators
    return []


def texts(nodes: list[ast.expr]) -> Iterator[ast.expr]:
    for node in nodes:
        match node:
            case ast.JoinedStr() | ast.Constant(value=str()):
                yield node


def only_values(tree: ast.Module) -> Iterator[int]:
    """The ids of assignments without which a name would have no value: any run would miss them."""
    for scope in ast.walk(tree):
        if isinstance(scope, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef):
            own = [node for child in scope.body for node in within(child)]
            given = Counter(node.id for node in own if is_given(node))
            given.subtract(node.target.id for node in own if is_counter(node))
            for node in own:
                if isinstance(node, ast.Assign) and gives_only_values(node, given):
                    yield id(node)


def gives_only_values(node: ast.Assign, given: Counter[str]) -> bool:
    targets = [each for target in node.targets for each in ast.walk(target)]
    return all(
        given[each.id] == 1 if is_given(each) else isinstance(each, PATTERN) for each in targets
    )


def within(node: ast.AST) -> Iterator[ast.AST]:
    """A node and all below it that is in the same scope."""
    yield node
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
        for child in ast.iter_child_nodes(node):
            yield from within(child)


def is_given(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def is_counter(node: ast.AST) -> bool:
    return isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name)
