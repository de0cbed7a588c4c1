"""What a change costs: how many definitions it adds, and how many existing ones it edits.

A statement whose first line ends in `# new rule` is part of the change "rule": without such
statements a file is as it was before that change.
"""

import ast
import re
import sys
from pathlib import Path
from types import ModuleType

DEFINITION = ast.FunctionDef | ast.ClassDef
MARK = re.compile(r"# new (\w+)")
CHANGES = {"rule", "type", "operation", "listener", "database"}


class Without(ast.NodeTransformer):
    """Takes away the statements, cases of a `match` and imported names of all changes but these."""

    def __init__(self, lines, changes):
        self.lines = lines
        self.changes = changes

    def visit(self, node):
        if isinstance(node, ast.stmt | ast.match_case | ast.alias):
            first = node.pattern if isinstance(node, ast.match_case) else node
            if set(MARK.findall(self.lines[first.lineno - 1])) - self.changes:
                return None
        return self.generic_visit(node)


def tree(module, *changes):
    """The syntax tree of a module in which only these changes have been made."""
    source = Path(__file__).parent.joinpath(*module.split(".")).with_suffix(".py")
    text = source.read_text(encoding="utf-8")
    return Without(text.splitlines(), set(changes)).visit(ast.parse(text))


def definitions(node, prefix=""):
    """Each function and class by its full name, with what is its own: of others in it, the name."""
    found = {}
    for child in ast.iter_child_nodes(node):
        if isinstance(child, DEFINITION):
            name = prefix + child.name
            parts = ast.iter_child_nodes(child)
            found[name] = [
                part.name if isinstance(part, DEFINITION) else ast.dump(part) for part in parts
            ]
            found |= definitions(child, f"{name}.")
    return found


def edited(change, module):
    """The definitions that were there before a change and are others after it."""
    before, after = definitions(tree(module)), definitions(tree(module, change))
    return sorted(name for name in before if before[name] != after[name])


def cost(change, *modules):
    """How many definitions a change adds, and how many it edits."""
    added = sum(len(names(module, change)) - len(names(module)) for module in modules)
    return [added, sum(len(edited(change, module)) for module in modules)]


def names(module, *changes):
    return sorted(definitions(tree(module, *changes)))


def before(change, *modules):
    """These modules as they were before a change. They are run, and import each other."""
    made = {name: ModuleType(name) for name in modules}
    now = {name: sys.modules.pop(name) for name in modules if name in sys.modules}
    sys.modules.update(made)
    try:
        for name, module in made.items():
            without = ast.fix_missing_locations(tree(name, *CHANGES - {change}))
            exec(compile(without, name, "exec"), vars(module))
    finally:
        for name in modules:
            del sys.modules[name]
        sys.modules.update(now)
    return made


def having(name, *modules):
    """For each of these modules, whether it has something of this name."""
    return [hasattr(module, name) for module in modules]


def imports(*modules):
    """The modules that these name in their import statements."""
    found = set()
    for module in modules:
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add(node.module)
    return sorted(found)


if __name__ == "__main__":
    print("the next price rule, definitions [added, edited]:")
    for module in "pricing", "pricing_by_class", "pricing_by_name":
        print(f"  {module}:", cost("rule", module))
    print("the domain imports", imports("desk.domain", "desk.use_cases"))
