"""The shop's repository, and copies of it with something changed."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

ORIGINAL = Path(__file__).with_name("repository")


@contextmanager
def copy(changes):
    """A copy of it: text is added to each of these modules, given as catalog/api."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve() / "shop"
        shutil.copytree(ORIGINAL, root, ignore=shutil.ignore_patterns("__pycache__"))
        for module, text in changes.items():
            add(module_file(root, module), text)
        yield root


def module_file(root, module):
    return root / f"packages/acme-{module.split('/')[0]}/src/acme/{module}.py"


def add(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    old = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(f"{old}\n{text}\n", encoding="utf-8")


def replace(file, old, new):
    text = file.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{file.name} has no {old!r}")
    file.write_text(text.replace(old, new), encoding="utf-8")


def sources(root):
    return [str(each) for each in sorted(root.glob("packages/*/src"))]


def in_a_process(root, *arguments):
    """A Python that finds all distributions of the repository."""
    path = os.pathsep.join([*sources(root), *filter(None, sys.path)])
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env=os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


if __name__ == "__main__":
    with copy({"web/extra": "IS_NEW = True"}) as root:
        for file in sorted(root.glob("packages/*/src/**/*.py")):
            print(file.relative_to(root / "packages"))
