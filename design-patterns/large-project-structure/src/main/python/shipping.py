"""The repository as uv builds and installs it: as a workspace, and as wheels."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

import contracts
import monorepo
import releasing

MONEY = '"acme-money>=1,<2"'
TESTS = """
import runpy, sys
for name, test in runpy.run_path(sys.argv[1]).items():
    if name.startswith("test_"):
        test()
"""


def run_uv(root, *arguments):
    import uv as installed

    command = [installed.find_uv_bin(), *arguments, "--offline", "--no-config"]
    environment = os.environ | {"UV_CACHE_DIR": str(root / "cache"), "UV_PYTHON": sys.executable}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)


def uv(root, *arguments):
    return run_uv(root, *arguments).returncode


def chosen(root, *names):
    """The versions that a resolver takes from the wheels; none if there is no choice."""
    into = ["--target", "nowhere", "--color", "never"]
    run = run_uv(root, "pip", "install", "--dry-run", *from_wheels(root), *into, *names)
    return dict(re.findall(r"\+ acme-(\w+)==(\S+)", run.stderr))


def must(status):
    if status:
        raise OSError(f"uv ended with {status}")


def workspace(root):
    """One environment for all distributions, each of them editable."""
    must(uv(root, "sync", "--all-packages"))
    return root / ".venv"


def member(root, name):
    """The environment holds this distribution and what it says it needs, all of them editable."""
    must(uv(root, "sync", "--package", name))
    return root / ".venv"


def wheels(root):
    must(uv(root, "build", "--all-packages", "--wheel", "--out-dir", "dist"))
    return root / "dist"


def installed(root, *names):
    """A new environment for these wheels and what they say they need."""
    environment = root / "alone"
    must(uv(root, "venv", "--clear", str(environment)))
    must(uv(root, "pip", "install", *from_wheels(root), "--python", str(environment), *names))
    return environment


def from_wheels(root):
    return ["--no-index", "--find-links", str(wheels(root))]


def tested(root, environment, name):
    """Run its tests from its folder, which is first on the path, as with `python -m pytest`."""
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    project = root / "packages" / f"acme-{name}"
    command = [str(python), "-c", TESTS, str(project / "tests" / f"test_{name}.py")]
    unset = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    run = subprocess.run(command, cwd=project, env=unset, capture_output=True, text=True)
    return run.stderr.strip().splitlines()[-1].split(":")[0] if run.returncode else "passes"


def without_a_dependency(is_declared):
    """The catalogue imports money, and its pyproject.toml says so, or not any more."""
    with monorepo.copy({}) as root:
        if not is_declared:
            monorepo.replace(project_file(root, "catalog"), MONEY, "")
        return [
            tested(root, workspace(root), "catalog"),
            tested(root, member(root, "acme-catalog"), "catalog"),
            tested(root, installed(root, "acme-catalog"), "catalog"),
        ]


def with_the_need_of_another():
    """Web imports money, and only billing, which web needs, says that it needs money."""
    with monorepo.copy({"web/api": "from acme.money.api import shown"}) as root:
        return tested(root, installed(root, "acme-web"), "web")


def without_the_loaded_one():
    """Web loads billing by a name from its settings, and its pyproject.toml does not say so."""
    with monorepo.copy({}) as root:
        monorepo.replace(project_file(root, "web"), '"acme-billing>=1,<2", ', "")
        return tested(root, installed(root, "acme-web"), "web")


def with_a_private_module(name="acme.billing._ledger"):
    """Web, which needs billing, imports its private module by name: the linter, and web's tests."""
    text = f"from importlib import import_module\n\nPOST = import_module({name!r})"
    with monorepo.copy({"web/api": text}) as root:
        return [contracts.report(root)["exit"], tested(root, installed(root, "acme-web"), "web")]


def without_a_file(is_flat, is_left_out=True):
    """Billing's wheel leaves out the tax rates: [whether it has them, its tests].

    Its package lies in the project's folder (flat), or in `src`.
    """
    with monorepo.copy({}) as root:
        project = root / "packages/acme-billing"
        settings = 'module-name = "acme.billing"'
        more = '\nwheel-exclude = ["*.json"]' if is_left_out else ""
        if is_flat:
            (project / "src/acme").rename(project / "acme")
            more += '\nmodule-root = ""'
        monorepo.replace(project_file(root, "billing"), settings, settings + more)
        tests = tested(root, installed(root, "acme-billing"), "billing")
        return ["acme/billing/rates.json" in files_of(root, "billing"), tests]


def files_of(root, name):
    """What the wheel holds that was built last."""
    (wheel,) = (root / "dist").glob(f"acme_{name}-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def typed():
    """The distributions whose wheel tells type checkers that it has annotations (PEP 561)."""
    with monorepo.copy({}) as root:
        wheels(root)
        names = [each.name.removeprefix("acme-") for each in sorted(root.glob("packages/*"))]
        return [name for name in names if f"acme/{name}/py.typed" in files_of(root, name)]


def project_file(root, name):
    return root / f"packages/acme-{name}/pyproject.toml"


@contextmanager
def two_releases_of_money(limit="<2"):
    """Billing has moved on to money 2, the catalogue needs it below a limit."""
    with monorepo.copy({}) as root:
        wheels(root)
        monorepo.replace(project_file(root, "money"), 'version = "1.2.0"', 'version = "2.0.0"')
        monorepo.replace(project_file(root, "billing"), 'version = "1.1.0"', 'version = "2.0.0"')
        monorepo.replace(project_file(root, "billing"), MONEY, '"acme-money>=2,<3"')
        monorepo.replace(project_file(root, "catalog"), MONEY, f'"acme-money>=1,{limit}"')
        yield root


def with_two_releases_of_money(limit="<2"):
    with two_releases_of_money(limit) as root:
        return {
            "orders": chosen(root, "acme-orders"),
            "billing": chosen(root, "acme-billing>=2"),
            "both": chosen(root, "acme-orders", "acme-billing>=2"),
            "both, any billing": chosen(root, "acme-orders", "acme-billing"),
            "lock": uv(root, "lock"),
            "its tests": tested(root, workspace(root), "catalog"),
        }


def matrix(limit="<2"):
    """All pairs of releases, those that cannot be installed together, and which of these tell.

    A pair tells if the one needs the other by name: then its metadata show the conflict.
    """
    with two_releases_of_money(limit) as root:
        all_pairs = list(combinations(sorted(wheels(root).glob("*.whl")), 2))
        pairs = [
            pair for pair in all_pairs if releasing.name_of(pair[0]) != releasing.name_of(pair[1])
        ]
        refused = [pair for pair in pairs if not are_compatible(root, *pair)]
        silent = [pair for pair in refused if not needs(*pair) and not needs(*reversed(pair))]
        return [len(pairs), len(refused), [" ".join(map(release_of, pair)) for pair in silent]]


def are_compatible(root, *pair):
    given = ["--no-index", "--find-links", "dist", "--target", "nowhere"]
    return (
        run_uv(root, "pip", "install", "--dry-run", *given, *map(release_of, pair)).returncode == 0
    )


def needs(wheel, other):
    return releasing.name_of(other) in map(releasing.name_in, releasing.needs(wheel))


def release_of(wheel):
    return "==".join(wheel.name.split("-")[:2])


def with_a_stray_init(is_there=True):
    """How uv ends that builds money."""
    with monorepo.copy({}) as root:
        if is_there:
            monorepo.add(root / "packages/acme-money/src/acme/__init__.py", "")
        return uv(root, "build", "--package", "acme-money", "--wheel")


def build(folder):
    """The wheels of a next release, for others; in the folder `earlier` those of today."""
    with monorepo.copy({}) as root:
        shutil.copytree(wheels(root), Path(folder, "earlier"))
        for file in root.glob("packages/*/pyproject.toml"):
            monorepo.replace(file, 'version = "1.', 'version = "2.')
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(">=1,<2", ">=2,<3"), encoding="utf-8")
        for wheel in wheels(root).glob("*-2.*.whl"):
            shutil.copy(wheel, folder)


def built_anew(is_changed):
    """How many of the five wheels have other bytes if all are built again."""
    with monorepo.copy({}) as root:
        first = {wheel: wheel.read_bytes() for wheel in wheels(root).glob("*.whl")}
        if is_changed:
            monorepo.add(monorepo.module_file(root, "money/api"), "# one line more")
        again = [wheel.read_bytes() for wheel in wheels(root).glob("*.whl")]
        return len(again), sum(content not in again for content in first.values())


if __name__ == "__main__":
    print("undeclared: [workspace, wheel]", without_a_dependency(False))
    print("file left out: [flat, src]", [without_a_file(True), without_a_file(False)])
    print("by name: [linter, wheel]", with_a_private_module())
    print("two releases of money:", with_two_releases_of_money())
    print("pairs of releases: all, refused, and by neither's metadata:", matrix())
