"""The 23 patterns of the Gang of Four in GOF.md: what becomes of each, and do its names exist?"""

import ast
import re
from collections import Counter
from pathlib import Path
from pkgutil import resolve_name

from counting import names, tree

ROW = re.compile(r"\| (?P<pattern>[\w ]+) \| (?P<verdict>dissolves|stays|avoid) \| .* \|")
HERE = Path(__file__).parent
NAME = re.compile(r"`([\w.]+)`")


def rows(text):
    for line in text.splitlines():
        if match := ROW.fullmatch(line):
            yield match["pattern"], match["verdict"], NAME.findall(line)


def verdicts(text):
    return dict(Counter(verdict for _, verdict, _ in rows(text)))


def patterns(text):
    return [pattern for pattern, _, _ in rows(text)]


def without_a_name(text):
    return [pattern for pattern, _, found in rows(text) if not found]


def missing(text):
    """The names that nothing has, here or in the standard library."""
    return [name for _, _, found in rows(text) for name in found if not exists(name)]


def exists(name):
    """Of what is here, the source is read: nothing of it runs."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        if HERE.joinpath(*parts[:end]).with_suffix(".py").is_file():
            return end == len(parts) or ".".join(parts[end:]) in bound(".".join(parts[:end]))
    try:
        resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True


def bound(module):
    """The names that a module defines or assigns."""
    assigned = [node.targets[0] for node in tree(module).body if isinstance(node, ast.Assign)]
    return {*names(module), *(target.id for target in assigned if isinstance(target, ast.Name))}


if __name__ == "__main__":
    table = Path(__file__).parents[3] / "GOF.md"
    text = table.read_text(encoding="utf-8")
    print(verdicts(text), "names that do not exist:", missing(text))
