"""The parser finds every statement; a relative name is resolved before any rule looks at it."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def breaches(files: dict[str, str], layers: list[str]) -> list[tuple[str, int, str]]:
    found = set()
    for file, text in files.items():
        try:
            nodes = list(ast.walk(ast.parse(text)))
        except SyntaxError as error:
            found.add((file, error.lineno, "syntax error"))
            continue
        for node in nodes:
            for module in imported(node, file, files):
                if is_breach(file.split("/")[1], module, layers):
                    found.add((file, node.lineno, module))
    return sorted(found)


def imported(node: ast.AST, file: str, files: dict[str, str]) -> Iterator[str]:
    """The modules that a statement imports, by their whole names."""
    if isinstance(node, ast.Import):
        for name in node.names:
            yield name.name
    elif isinstance(node, ast.ImportFrom):
        package = origin(node, file)
        for name in node.names:
            module = f"{package}.{name.name}"
            yield module if has(files, module) else package


def origin(node: ast.ImportFrom, file: str) -> str:
    """What stands after `from`: each dot is one part less of the file's path."""
    if not node.level:
        return node.module
    parts = file.split("/")[: -node.level]
    return ".".join([*parts, node.module] if node.module else parts)


def has(files: dict[str, str], module: str) -> bool:
    path = module.replace(".", "/")
    return f"{path}.py" in files or f"{path}/__init__.py" in files


def is_breach(importer: str, module: str, layers: list[str]) -> bool:
    root, *rest = module.split(".")
    if root != "acme" or not rest or rest[0] == importer:
        return False
    distribution, *inner = rest
    is_private = any(part.startswith("_") for part in inner)
    return is_private or layers.index(distribution) < layers.index(importer)
