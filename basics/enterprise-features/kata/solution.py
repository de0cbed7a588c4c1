"""Reads the syntax trees, and resolves each import to the module that it names."""

import ast
from collections.abc import Iterator
from pathlib import Path

ONLY_CHECKED = ("TYPE_CHECKING", "typing.TYPE_CHECKING")

Found = tuple[str, str, int]


def violations(root: Path, rules: dict[str, set[str]]) -> list[Found]:
    files = {name(file.relative_to(root)): file for file in root.rglob("*.py")}
    found: set[Found] = set()
    for module, file in files.items():
        forbidden = {other for layer in rules if within(module, layer) for other in rules[layer]}
        try:
            tree = ast.parse(file.read_bytes())
        except SyntaxError as error:
            found.add((module, "syntax error", error.lineno or 1))
            continue
        package = module if file.name == "__init__.py" else module.rpartition(".")[0]
        for imported, line in imports(tree, package, root):
            if any(within(imported, other) for other in forbidden):
                found.add((module, imported, line))
    return sorted(found)


def name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def imports(node: ast.AST, package: str, root: Path) -> Iterator[tuple[str, int]]:
    """What is imported at or below a node, and where; not what only a type checker sees."""
    if isinstance(node, ast.Import):
        yield from ((alias.name, node.lineno) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = absolute(node, package)
        for alias in node.names:
            module = f"{base}.{alias.name}"
            yield module if is_module(module, root) else base, node.lineno
    below = list(ast.iter_child_nodes(node))
    if isinstance(node, ast.If) and ast.unparse(node.test) in ONLY_CHECKED:
        below = node.orelse
    for child in below:
        yield from imports(child, package, root)


def absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    return ".".join([*parts[: len(parts) + 1 - node.level], *filter(None, [node.module])])


def is_module(module: str, root: Path) -> bool:
    path = root.joinpath(*module.split("."))
    return path.is_dir() or path.with_name(f"{path.name}.py").is_file()
