"""How a learner's solution differs from the one that the kata gives."""

from __future__ import annotations

import ast
import difflib
from pathlib import Path

CONTEXT = 2  # lines around each difference


def difference(own: str, given: str) -> list[str]:
    """The lines of a unified diff of two files, from the learner's own to the given one."""
    names = Path(own).name, "the solution"
    return list(difflib.unified_diff(code(own), code(given), *names, n=CONTEXT, lineterm=""))


def code(file: str) -> list[str]:
    """The lines of a file but for the docstring at its top: the task stands there."""
    text = Path(file).read_text(encoding="utf-8", errors="replace")
    lines = text.splitlines()
    try:
        module = ast.parse(text)
    except (SyntaxError, ValueError):
        return lines
    is_documented = ast.get_docstring(module) is not None
    return lines[module.body[0].end_lineno :] if is_documented else lines
