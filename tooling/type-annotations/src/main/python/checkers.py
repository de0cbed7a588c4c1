"""Which checkers run, with which settings, on which files. The tests run them; this prints how."""

from __future__ import annotations

import shlex
from pathlib import Path

HERE = Path(__file__).parent
TARGET = "3.14"  # the Python that all check for, whichever of them runs on which
MYPY = f"{{self}} -m mypy --python-version {TARGET} --python-executable {{python}} --no-incremental"
MYPY += " --output json --no-error-summary"
COMMANDS = {  # {self}: the Python that has the checkers; {python}: the one whose packages they see
    "mypy": f"{MYPY} --any-exprs-report report .",
    "mypy --strict": f"{MYPY} --strict --enable-error-code possibly-undefined .",
    "pyright": "{node} {pyright} --pythonpath {python} --outputjson"
    f" --pythonversion {TARGET}",
    "ty": f"{{self}} -m ty check --python {{python}} --python-version {TARGET}"
    " --output-format gitlab --warn possibly-unresolved-reference .",
    "pyrefly": f"{{self}} -m pyrefly check --python-interpreter-path {{python}}"
    f" --python-version {TARGET} --output-format json",
}
SETTINGS = {"pyrefly.toml": ""}  # an empty file: without it, pyrefly has few rules
LEGACY = ["monday.py", "moved.py", "mended_one.py", "new_one.py", "swapped.py"]
TYPED = "def price_of(sku: str) -> Price:"
NONE_YET = '{"errors": []}'
LIST = "report/list.txt"
LISTING = COMMANDS["pyrefly"] + f" --baseline {LIST}"
HELPERS = {"typed": TYPED, "untyped": "def price_of(sku):", "any": "def price_of(sku: str) -> Any:"}


def source(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def files() -> dict[str, str]:
    """What is checked, by name: prices.py three times, each with another head of its helper."""
    found = {name: source(name) for name in ("bugs.py", "mended.py", "see_it.py")}
    found |= {name: source(f"checked/{name}") for name in ("green.py", "variance.py")}
    found |= {name: source(f"checked/legacy/{name}") for name in LEGACY}
    prices = source("checked/prices.py")
    return found | {f"{name}.py": prices.replace(TYPED, head) for name, head in HELPERS.items()}


def asked(command: str, checked: dict[str, str], installed: dict[str, str]) -> dict[str, object]:
    """All that decides what a tool says: its command, the files, the packages beside it."""
    return {
        "command": shlex.split(command),
        "files": checked | SETTINGS,
        "installed": installed,
    }


def of_all() -> dict[str, dict[str, object]]:
    """What to ask each tool about the files of this folder; pyrefly also without its settings."""
    found = {tool: asked(command, files(), {}) for tool, command in COMMANDS.items()}
    return found | {"pyrefly alone": found["pyrefly"] | {"files": {"bugs.py": source("bugs.py")}}}


def listing() -> dict[str, dict[str, object]]:
    """What to ask pyrefly, so that it writes its own list of old code's errors."""
    command = LISTING.replace("json", "omit-errors") + " --update-baseline"
    files = {"shop.py": source("checked/legacy/monday.py"), LIST: NONE_YET}
    return {"list": asked(command, files, {})}


def listed(known: str) -> dict[str, dict[str, object]]:
    """What to ask it about that code later, when it knows the list."""
    later = {name: source(f"checked/legacy/{name}") for name in LEGACY}
    later["elsewhere.py"] = later["new_one.py"].replace("len(skus)", "(len(skus))")
    return {
        f"pyrefly {name}": asked(LISTING, {"shop.py": text, LIST: known}, {})
        for name, text in later.items()
    }


if __name__ == "__main__":
    for name, command in COMMANDS.items():
        print(
            f"{name}: {command.format(self='python3', python='python3', node='node', pyright='.')}"
        )
