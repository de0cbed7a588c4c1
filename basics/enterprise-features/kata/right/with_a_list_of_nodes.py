# whole
"""No recursion, no helpers of the standard library but `ast.parse` and `importlib.util`."""

import ast
import importlib.util
import os


def violations(root, rules):
    found = set()
    for folder, _, files in os.walk(root):
        for file in files:
            if file.endswith(".py"):
                found |= set(of_file(root, os.path.join(folder, file), rules))
    return sorted(found)


def of_file(root, file, rules):
    parts = os.path.relpath(file, root)[: -len(".py")].split(os.sep)
    package = parts[:-1]
    module = ".".join(package if parts[-1] == "__init__" else parts)
    with open(file, "rb") as source:
        try:
            waiting = [ast.parse(source.read())]
        except SyntaxError as error:
            yield module, "syntax error", error.lineno or 1
            return
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.dump(node.test) in EXEMPT:
            waiting += node.orelse
            continue
        waiting += ast.iter_child_nodes(node)
        for name in imported(root, ".".join(package), node):
            if is_forbidden(module, name, rules):
                yield module, name, node.lineno


EXEMPT = [
    ast.dump(ast.parse(test, mode="eval").body)
    for test in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
]


def imported(root, package, node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    text = "." * node.level + (node.module or "")
    base = importlib.util.resolve_name(text, package) if node.level else text
    names = [f"{base}.{alias.name}" for alias in node.names]
    return [name if exists(root, name) else base for name in names]


def exists(root, name):
    path = os.path.join(root, *name.split("."))
    return os.path.isdir(path) or os.path.isfile(path + ".py")


def is_forbidden(module, name, rules):
    return any(
        f"{module}.".startswith(f"{layer}.") and f"{name}.".startswith(f"{other}.")
        for layer, others in rules.items()
        for other in others
    )
