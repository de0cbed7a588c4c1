"""An architecture gate: reads imports from the syntax tree and imports nothing that it judges."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

HERE = Path(__file__).parent
MAY_NOT_IMPORT = {
    "shop.domain": ["shop.infra"],
    "orders.domain": ["json", "orders.canonical", "orders.from_java", "orders.from_json"],
}


def modules(package):
    """The file of each module, by its name."""
    found = {}
    for file in sorted((HERE / package).rglob("*.py")):
        *parents, name = file.relative_to(HERE).with_suffix("").parts
        found[".".join(parents if name == "__init__" else [*parents, name])] = file
    return found


def imports(module, file):
    """Every name that a module imports, wherever in its text, and the line."""
    package = module if file.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) + 1 - node.level]
            base = [*(above if node.level else []), *filter(None, [node.module])]
            yield from ((".".join([*base, alias.name]), node.lineno) for alias in node.names)


def is_within(name, package):
    return f"{name}.".startswith(f"{package}.")


def is_from(name, module):
    """Whether a name is the module itself, or one that it defines."""
    return module in (name, name.rpartition(".")[0])


def violations(package, rules=MAY_NOT_IMPORT):
    return [
        [module, name, line]
        for module, file in modules(package).items()
        for name, line in imports(module, file)
        for layer, forbidden in rules.items()
        if is_within(module, layer) and any(is_within(name, other) for other in forbidden)
    ]


def cycle(package):
    """The modules of a cycle of imports; none if there is no cycle."""
    known = modules(package)
    graph = {
        module: {
            other for name, _ in imports(module, file) for other in known if is_from(name, other)
        }
        for module, file in known.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return sorted(set(error.args[1]))
    return []


if __name__ == "__main__":
    for package in ("shop", "orders"):
        print(f"{package}: forbidden imports {violations(package)}, cycle {cycle(package)}")
