# caught by: a file that is no valid Python is listed, and the others are judged
# One broken file, and nobody learns about the others.

import ast


def violations(root, rules):
    files = {name(file.relative_to(root)): file for file in root.rglob("*.py")}
    found = set()
    for module, file in files.items():
        forbidden = {other for layer in rules if within(module, layer) for other in rules[layer]}
        tree = ast.parse(file.read_bytes())
        package = module if file.name == "__init__.py" else module.rpartition(".")[0]
        for imported, line in imports(tree, package, files):
            if any(within(imported, other) for other in forbidden):
                found.add((module, imported, line))
    return sorted(found)


def name(path):
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def within(module, package):
    return module == package or module.startswith(package + ".")


def imports(node, package, files):
    if isinstance(node, ast.Import):
        yield from ((alias.name, node.lineno) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = absolute(node, package)
        for alias in node.names:
            module = f"{base}.{alias.name}"
            yield module if is_module(module, files) else base, node.lineno
    below = list(ast.iter_child_nodes(node))
    if isinstance(node, ast.If) and ast.unparse(node.test) in ONLY_CHECKED:
        below = node.orelse
    for child in below:
        yield from imports(child, package, files)


def absolute(node, package):
    if not node.level:
        return node.module
    parts = package.split(".")
    return ".".join([*parts[: len(parts) + 1 - node.level], *filter(None, [node.module])])


def is_module(module, files):
    return any(within(file, module) for file in files)


ONLY_CHECKED = ("TYPE_CHECKING", "typing.TYPE_CHECKING")
