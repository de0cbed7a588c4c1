"""Who sees what: each tool on a desk with a planted defect in every function."""

import json
import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor

import rules
import shelf

TESTS = "-m pytest -q --tb=no -p no:cacheprovider"


def lint(root):
    text = (root / "desk.py").read_text(encoding="utf-8")
    lines = rules.functions(text)
    seen = {}
    for chosen, tool in {"defaults": "ruff", "chosen": "ruff, chosen rules"}.items():
        rows = [f["location"]["row"] for f in rules.ruff(root, f"{rules.SETS[chosen]} desk.py")]
        seen[tool] = [name for name in lines if any(row in lines[name] for row in rows)]
    asked = [name for name in seen["ruff, chosen rules"] if name not in seen["ruff"]]
    return seen | {"ruff, chosen rules": asked}


def failed(ended):
    """The functions whose tests failed."""
    return re.findall(r"^FAILED .*::test_(\w+)", ended.stdout, re.MULTILINE)


def examples(root):
    run = f"-m coverage run --branch --include=desk.py {TESTS} examples.py"
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


TOOLS = (lint, examples, properties, profiles)


def seen(desk):
    """For each function of planted.py or mended.py: the tools that report it."""
    with shelf.new() as root, ThreadPoolExecutor() as pool:
        for file in ("examples.py", "properties.py", "profiled.py"):
            shutil.copy(rules.DESK / file, root)
        shutil.copy(rules.DESK / f"{desk}.py", root / "desk.py")
        by = {}
        for found in pool.map(lambda tool: tool(root), TOOLS):
            by |= found
        names = rules.functions((root / "desk.py").read_text(encoding="utf-8"))
        return {name: [tool for tool in by if name in by[tool]] for name in names}


if __name__ == "__main__":
    for name, tools in seen("planted").items():
        print(f"{name:10}", ", ".join(tools) or "nobody")
