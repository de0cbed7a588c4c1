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


def of_an_exception(is_needed):
    """The contract allows one import, which is there, or is not any more."""
    with monorepo.copy(PLANTED["private modules"] if is_needed else {}) as root:
        rule = 'type = "private_modules"'
        monorepo.replace(root / "pyproject.toml", rule, f"{rule}\n{EXCEPTION}")
        return lint(root).returncode


def of_a_new_distribution():
    """Nobody has told the contract about it."""
    with monorepo.copy({"mail/__init__": ""}) as root:
        return report(root)["broken"]


def of_a_stray_init():
    with monorepo.copy({}) as root:
        monorepo.add(root / "packages/acme-money/src/acme/__init__.py", "")
        return lint(root).returncode


if __name__ == "__main__":
    for name in PLANTED:
        print(name, of_planted(name))
