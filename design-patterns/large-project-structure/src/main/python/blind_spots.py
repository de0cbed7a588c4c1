"""What import-linter sees of an import of billing's private module, and what a run sees."""

import json

import contracts
import monorepo

SECRET = "acme.billing._ledger"
BY_NAME = "import importlib; importlib.import_module"
FORMS = {
    "statement": f"from {SECRET} import post",
    "relative": "from ..billing import _ledger",
    "star": f"from {SECRET} import *",
    "in a function": f"def later():\n    from {SECRET} import post",
    "TYPE_CHECKING": f"from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import {SECRET}",
    "import_module": f"{BY_NAME}({SECRET!r})",
    "computed name": f"{BY_NAME}('.'.join(['acme', 'billing', '_ledger']))",
    "exec": f"exec('import {SECRET}')",
    "import_module in a function": f"def later():\n    {BY_NAME}({SECRET!r})",
    "no import": "",
}
RUN = """
import importlib, json, sys
loaded = {}
for module in sys.argv[1:]:
    importlib.import_module(module)
    ours = [name for name in sys.modules if name.startswith("acme.")]
    loaded[module] = "acme.billing._ledger" in ours
    for name in ours:
        del sys.modules[name]
print(json.dumps(loaded))
"""


def seen(texts):
    """For each module of the catalogue: is the import reported, and does a run load it?"""
    changes = {f"catalog/{name}": text for name, text in texts.items()}
    names = [f"acme.catalog.{name.replace('/', '.')}" for name in texts]
    report, loaded = noticed(changes, names)
    return [
        [any(f"{each} -> {SECRET} " in line for line in report["imports"]), loaded[each]]
        for each in names
    ]


def noticed(changes, names):
    """What import-linter reports; and for each module, whether its run loads the secret."""
    with monorepo.copy(changes) as root:
        run = monorepo.in_a_process(root, "-c", RUN, *names)
        return contracts.report(root), json.loads(run.stdout)


def forms():
    """Who notices which form of the import."""
    found = seen({f"form_{number}": text for number, text in enumerate(FORMS.values())})
    groups = {"both": [], "import-linter": [], "a run": [], "neither": []}
    for name, verdict in zip(FORMS, found, strict=True):
        groups[verdict_name(*verdict)].append(name)
    return groups


def verdict_name(is_reported, is_loaded):
    if is_reported:
        return "both" if is_loaded else "import-linter"
    return "a run" if is_loaded else "neither"


def in_a_folder(has_init):
    """The import stands in a new folder, with an __init__.py or without: [exit status, loaded]."""
    changes = {"catalog/late/__init__": ""} if has_init else {}
    changes["catalog/late/report"] = FORMS["statement"]
    report, loaded = noticed(changes, ["acme.catalog.late.report"])
    return [report["exit"], *loaded.values()]


def through_the_api():
    """Web may import billing's api, which imports the private module: [exit status, loaded]."""
    report, loaded = noticed({"web/ok": "import acme.billing.api"}, ["acme.web.ok"])
    return [report["exit"], *loaded.values()]


def of_a_test(text=FORMS["statement"]):
    """The tests of money import billing's secret: exit status of [import-linter, the tests]."""
    with monorepo.copy({}) as root:
        tests = root / "packages/acme-money/tests/test_money.py"
        monorepo.add(tests, text)
        return [contracts.report(root)["exit"], monorepo.in_a_process(root, str(tests)).returncode]


def by_attribute():
    """Web may import billing's api; its private module is an attribute of the package then."""
    text = f"import acme.billing.api\n\n\ndef booked():\n    return {SECRET}.post([], 100, 0)"
    with monorepo.copy({"web/api": text}) as root:
        use = "import acme.web.api as web; print(web.booked())"
        booked = monorepo.in_a_process(root, "-c", use).stdout.strip()
        return [contracts.report(root)["exit"], booked]


if __name__ == "__main__":
    for who, names in forms().items():
        print(f"{who}: {', '.join(names)}")
    print("in a folder without __init__.py, with one:", in_a_folder(False), in_a_folder(True))
