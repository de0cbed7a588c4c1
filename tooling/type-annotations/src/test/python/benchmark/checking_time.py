"""How long checkers take for a package of modules that need each other and have one error each."""

from __future__ import annotations

import atexit
import functools
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import running

SELF = sys.executable
MODULE = """
from dataclasses import dataclass

{needs}


@dataclass(frozen=True)
class Parcel{number}:
    grams: int
    note: str | None = None


def heavier(parcels: list[Parcel{number}], than: int) -> list[Parcel{number}]:
    return [each for each in parcels if each.grams > than]


def by_note(parcels: list[Parcel{number}]) -> dict[str, list[Parcel{number}]]:
    found: dict[str, list[Parcel{number}]] = {{}}
    for each in parcels:
        found.setdefault(each.note or "none", []).append(each)
    return found


def weight(parcel: Parcel{number}) -> int:
    return parcel.gramms
"""
COLD = {
    "mypy": [SELF, "-m", "mypy", "--no-incremental", "."],
    "pyright": [running.node(), running.package("pyright") / "dist/index.js", "--pythonpath", SELF],
    "ty": [SELF, "-m", "ty", "check", "--python", SELF, "."],
    "pyrefly": [SELF, "-m", "pyrefly", "check", "--python-interpreter-path", SELF],
}


@functools.cache
def package(modules: int, use: str) -> Path:
    """A folder with the modules; each imports the three before it."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    for number in range(modules):
        needs = "\n".join(
            f"from module_{other} import Parcel{other} as Parcel{other}"
            for other in range(max(0, number - 3), number)
        )
        text = MODULE.format(number=number, needs=needs)
        Path(folder.name, f"module_{number}.py").write_text(text, encoding="utf-8")
    Path(folder.name, "pyrefly.toml").write_text("project-includes = ['**/*.py']\n")
    Path(folder.name, "pyrightconfig.json").write_text('{"typeCheckingMode": "standard"}')
    return Path(folder.name)


def reported(folder: Path, *command: str | Path) -> int:
    """In how many modules a run finds its error."""
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stdout + done.stderr)
    return len(set(re.findall(r"module_(\d+)\.py", done.stdout)))


def cold(tool: str, modules: int) -> int:
    return reported(package(modules, tool), *COLD[tool])


def warm(modules: int) -> int:
    """mypy with its cache, after a change in the middle of the package."""
    folder = package(modules, "warm")
    edit(folder / f"module_{modules // 2}.py")
    return reported(folder, SELF, "-m", "mypy", ".")


@functools.cache
def daemon(folder: Path) -> subprocess.Popen[bytes]:
    """mypy's server, as a child of this process, so that it ends with it."""
    words = [SELF, "-m", "mypy.dmypy", "daemon"]
    child = subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL)
    atexit.register(child.kill)
    while not Path(folder, ".dmypy.json").exists():
        if child.poll() is not None:
            raise RuntimeError("the daemon has ended")
    return child


def asked(modules: int) -> int:
    """The daemon, after the same change."""
    folder = package(modules, "daemon")
    daemon(folder)
    edit(folder / f"module_{modules // 2}.py")
    return reported(folder, SELF, "-m", "mypy.dmypy", "check", ".")


def edit(file: Path) -> None:
    with file.open("a", encoding="utf-8") as source:
        source.write(f"\n\ndef added_{file.stat().st_size}() -> int:\n    return 0\n")
