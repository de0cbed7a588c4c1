"""Five distributions of one function, built as wheels: what of its types does a user see?"""

from __future__ import annotations

import contextlib
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import checkers
from flit_core import buildapi

ANNOTATED = "def price(sku: str) -> int:\n    return 95 if sku.isupper() else 499\n"
BARE = "def price(sku):\n    return 95 if sku.isupper() else 499\n"
STUB = "def price(sku: str) -> int: ...\n"
COLOUR = "def colour(sku: str) -> str:\n    return sku.lower()\n"
OLD_STUB = "def price(number: int) -> int: ...\ndef colour(sku: int) -> int: ...\n"
MARKER = {"py.typed": ""}
DISTRIBUTIONS = {
    "acme_plain": {"__init__.py": ANNOTATED},
    "acme_typed": {"__init__.py": ANNOTATED, **MARKER},
    "acme_bare": {"__init__.py": BARE, **MARKER},
    "acme_stubbed": {"__init__.py": BARE, "__init__.pyi": STUB, **MARKER},
    "acme_outdated": {"__init__.py": ANNOTATED + COLOUR, "__init__.pyi": OLD_STUB, **MARKER},
}
STUBTEST = (
    "{self} -c \"import sys; sys.path.append('{site}'); from mypy.stubtest import main;"
    ' sys.exit(main())"'
    " --concise acme_outdated acme_stubbed"
)
PROJECT = """
[build-system]
requires = ["flit_core"]
build-backend = "flit_core.buildapi"

[project]
name = "{name}"
version = "1.0"
description = "Prices"
"""


def built(name: str) -> dict[str, str]:
    """The files in a distribution's wheel."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("pyproject.toml").write_text(PROJECT.format(name=name), encoding="utf-8")
        Path(name).mkdir()
        for file, text in DISTRIBUTIONS[name].items():
            Path(name, file).write_text(text, encoding="utf-8")
        with zipfile.ZipFile(buildapi.build_wheel(".")) as wheel:
            return {file: wheel.read(file).decode() for file in wheel.namelist()}


def shipped() -> list[list[str]]:
    """The files of the package, in the wheels of three of them."""
    names = ("acme_plain", "acme_typed", "acme_stubbed")
    return [
        sorted(Path(each).name for each in built(name) if each.startswith(f"{name}/"))
        for name in names
    ]


def installed() -> dict[str, str]:
    """What is in an environment that has all of them."""
    return {file: text for name in DISTRIBUTIONS for file, text in built(name).items()}


def of_a_user() -> dict[str, dict[str, object]]:
    """What to ask each checker about code that uses them, and mypy's stubtest about two of them."""
    checked, beside = {"using.py": checkers.source("checked/using.py")}, installed()
    asked = {
        tool: checkers.asked(command, checked, beside)
        for tool, command in checkers.COMMANDS.items()
    }
    return asked | {"stubtest": checkers.asked(STUBTEST, checked, beside)}


def raised() -> list[str]:
    """What comes of the call that the outdated stub allows, and of the one that it refuses."""
    names: dict[str, Any] = {}
    exec(DISTRIBUTIONS["acme_outdated"]["__init__.py"], names)
    return [outcome(lambda sku=sku: names["price"](sku)) for sku in (7, "LAMP")]


def outcome(attempt: Callable[[], object]) -> str:
    try:
        return str(attempt())
    except AttributeError as error:
        return type(error).__name__


if __name__ == "__main__":
    for file in installed():
        print(file)
