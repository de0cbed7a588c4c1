"""The rules that ruff is asked for, and what it says of a file by them."""

import ast
import json
from pathlib import Path

import shelf

DESK = Path(__file__).with_name("desk")
SETS = {
    "defaults": "",
    "chosen": "--select B,F,E7,S3,S602,RUF006,DTZ,ASYNC",
    "all": "--select ALL",
}
HOW = "--isolated --no-cache --ignore-noqa --target-version py311 --output-format json"


def ruff(folder, words):
    """What it reports; it ends with 0 or 1, or it has not understood us."""
    ended = shelf.run(folder, shelf.tool("ruff"), f"check {HOW} {words}")
    if ended.returncode > 1:
        raise RuntimeError(ended.stderr)
    return json.loads(ended.stdout)


def functions(text):
    """The name and the lines of each function that is not inside of another."""
    return {
        node.name: range(node.lineno, node.end_lineno + 1)
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


if __name__ == "__main__":
    with shelf.new() as root:
        (root / "desk.py").write_text("def bill(cents, paid=[]):\n    return eval(cents)\n")
        for name, words in SETS.items():
            print(f"{name}:", [each["code"] for each in ruff(root, f"{words} desk.py")])
