"""What each of the four decides for you, counted: own lines, packages, documents, pages."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FRESH = """
import sys
sys.path.insert(0, sys.argv[1])
import fresh
print(fresh.report(sys.argv[2]))
"""
CHECKS = ["Invalid", "parse"]
NAMES = ["bare_app", "flask_app", "fastapi_app", "django_app"]


def own_lines(file: str) -> int:
    """Lines of code, however it is laid out, and of the checks by hand, where it calls them."""
    tree = ast.parse((HERE / file).read_text(encoding="utf-8"))
    lines = sum(length(node) for node in tree.body if not is_extra(node))
    return lines + (own_checks() if "parse(" in ast.unparse(tree) else 0)


def own_checks() -> int:
    tree = ast.parse((HERE / "desk.py").read_text(encoding="utf-8"))
    return sum(length(node) for node in tree.body if getattr(node, "name", "") in CHECKS)


def length(node: ast.stmt) -> int:
    return len(ast.unparse(node).splitlines())


def is_extra(node: ast.stmt) -> bool:
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return is_text or (isinstance(node, ast.If) and "__main__" in ast.unparse(node.test))


def in_a_fresh_process(name: str) -> dict[str, Any]:
    command = [sys.executable, "-c", FRESH, str(HERE), name]
    return json.loads(subprocess.check_output(command, text=True))


def table() -> dict[str, dict[str, Any]]:
    return {name: in_a_fresh_process(name) | {"lines": own_lines(f"{name}.py")} for name in NAMES}


if __name__ == "__main__":
    for name, counts in table().items():
        print(name, counts)
