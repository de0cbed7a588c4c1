"""How a learner's solution differs from the one that the kata gives."""

from __future__ import annotations

import ast
import difflib
from pathlib import Path

CONTEXT = 2  # lines around each difference


def difference(own: str, given: str) -> list[str]:
    """The lines of a unified diff of two files, from the learner's own to the given one."""
    lines = difflib.unified_diff(
        code(own), code(given), Path(own).name, "the solution", n=CONTEXT, lineterm=""
    )
    return list(lines)


def code(file: str) -> list[str]:
    """The lines of a file but for the docstring at its top: the task stands there."""
    text = Path(file).read_text(encoding="utf-8", errors="replace")
    lines = text.splitlines()
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError):
        return lines
    is_documented = (
        body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
    )
    return lines[body[0].end_lineno :] if is_documented else lines
