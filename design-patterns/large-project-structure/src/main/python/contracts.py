"""The contract of the repository, in its pyproject.toml, as import-linter checks it."""

import re

import monorepo

PLANTED = {
    "private modules": {"web/api": "from acme.billing._ledger import post"},
    "distributions": {"orders/api": "from acme.billing.api import invoice"},
    "layers inside": {"catalog/_domain": "from acme.catalog._adapters import all_prices"},
    "no cycles": {
        "money/_domain": "import acme.money._texts",
        "money/_texts": "import acme.money._domain",
    },
    "pure domain": {"orders/_domain": "import sqlite3"},
}
LINT = "from importlinter.cli import lint_imports_command as lint; lint()"
PAGE = "from acme.web.api import page; print(page('LAMP', 2))"
NO_CYCLES = """
[tool.importlinter]
root_package = "acme"
[[tool.importlinter.contracts]]
name = "no cycles"
type = "acyclic_siblings"
ancestors = ["acme"]
"""
EXCEPTION = 'ignore_imports = ["acme.web.api -> acme.billing._ledger"]'


def lint(root):
    return monorepo.in_a_process(root, "-c", LINT, "--no-logo", "--no-cache")


def report(root):
    """The contracts that are broken, and the imports that it names with their lines."""
    run = lint(root)
    return {
        "exit": run.returncode,
        "kept": len(re.findall(r" KEPT$", run.stdout, re.MULTILINE)),
        "broken": re.findall(r"^(.+) BROKEN$", run.stdout, re.MULTILINE),
        "imports": sorted(re.findall(r"(\S+ -> \S+ \(.+\))$", run.stdout, re.MULTILINE)),
    }


def of_planted(*names):
    """What import-linter says of these violations, and what the program says."""
    changes = {}
    for name in names:
        changes |= PLANTED[name]
    with monorepo.copy(changes) as root:
        page = monorepo.in_a_process(root, "-c", PAGE)
        return report(root) | {"page": page.stdout.strip()}


def of_an_exception(is_needed, more=""):
    """The contract allows one import, which is there, or is not any more; and then another one."""
    with monorepo.copy(PLANTED["private modules"] if is_needed else {}) as root:
        monorepo.add(monorepo.module_file(root, "web/api"), more)
        rule = 'type = "private_modules"'
        monorepo.replace(root / "pyproject.toml", rule, f"{rule}\n{EXCEPTION}")
        return lint(root).returncode


def of_a_new_distribution():
    """Nobody has told the contract about it."""
    with monorepo.copy({"mail/__init__": ""}) as root:
        return report(root)["broken"]


def of_a_stray_init(has_layers, is_there=True):
    """How it ends, under this contract or one that only forbids cycles."""
    with monorepo.copy({}) as root:
        if is_there:
            monorepo.add(root / "packages/acme-money/src/acme/__init__.py", "")
        if not has_layers:
            (root / "pyproject.toml").write_text(NO_CYCLES, encoding="utf-8")
        run = lint(root)
        return [
            run.returncode,
            "Missing layer" in run.stdout,
            *re.findall(r"Analyzed \d+ files", run.stdout),
        ]


if __name__ == "__main__":
    for name in PLANTED:
        print(name, of_planted(name))
