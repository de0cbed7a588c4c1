"""Who sees what: each tool on a desk with a planted defect in every function."""

import json
import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor

import rules
import shelf

TESTS = "-m pytest -q --tb=no -p no:cacheprovider"
TYPES = "--output-format concise --color never --python-version 3.11"


def lint(root):
    text = (root / "desk.py").read_text(encoding="utf-8")
    lines = rules.functions(text)
    seen = {}
    for chosen, tool in {"defaults": "ruff", "chosen": "ruff, chosen rules"}.items():
        rows = [f["location"]["row"] for f in rules.ruff(root, f"{rules.SETS[chosen]} desk.py")]
        seen[tool] = [name for name in lines if any(row in lines[name] for row in rows)]
    asked = [name for name in seen["ruff, chosen rules"] if name not in seen["ruff"]]
    return seen | {"ruff, chosen rules": asked}


def types(root):
    """ty ends with 0 or 1, or it has not understood us."""
    ended = shelf.run(root, shelf.tool("ty"), f"check {TYPES} desk.py")
    if ended.returncode > 1:
        raise RuntimeError(ended.stderr)
    rows = [int(row) for row in re.findall(r"^desk\.py:(\d+):", ended.stdout, re.MULTILINE)]
    lines = rules.functions((root / "desk.py").read_text(encoding="utf-8"))
    return {"ty": [name for name in lines if any(row in lines[name] for row in rows)]}


def failed(ended):
    """The functions whose tests failed."""
    return re.findall(r"^FAILED .*::test_([a-z]+)", ended.stdout, re.MULTILINE)


def examples(root, files="examples.py"):
    run = f"-m coverage run --branch --include=desk.py {TESTS} {files}"
    ended = shelf.run(root, sys.executable, run)
    shelf.run(root, sys.executable, "-m coverage json")
    report = json.loads((root / "coverage.json").read_text(encoding="utf-8"))
    functions = report["files"]["desk.py"]["functions"]
    missed = [name for name in functions if name and functions[name]["missing_branches"]]
    return {"examples": failed(ended), "coverage": missed}


def properties(root):
    return {"hypothesis": failed(shelf.run(root, sys.executable, f"{TESTS} properties.py"))}


def profiles(root):
    start = "import sys; sys.path.insert(0, ''); import profiled"
    return json.loads(shelf.run(root, sys.executable, "-c", start).stdout)


TOOLS = (lint, types, examples, properties, profiles)


def put(root, desk):
    for file in ("examples.py", "more.py", "properties.py", "profiled.py"):
        shutil.copy(rules.DESK / file, root)
    shutil.copy(rules.DESK / f"{desk}.py", root / "desk.py")


def with_more(desk):
    """What examples and coverage report, when there are the two tests that coverage asks for."""
    with shelf.new() as root:
        put(root, desk)
        return examples(root, "examples.py more.py")


def seen(desk):
    """For each function of planted.py or mended.py: the tools that report it."""
    with shelf.new() as root, ThreadPoolExecutor() as pool:
        put(root, desk)
        by = {}
        for found in pool.map(lambda tool: tool(root), TOOLS):
            by |= found
        names = rules.functions((root / "desk.py").read_text(encoding="utf-8"))
        return {name: [tool for tool in by if name in by[tool]] for name in names}


if __name__ == "__main__":
    for name, tools in seen("planted").items():
        print(f"{name:10}", ", ".join(tools) or "nobody")
