"""Which distributions a changed file concerns; and which of their tests fail if it is broken."""

import ast
import runpy
import sys
import tomllib
from pathlib import Path

import monorepo
import namespaces
import releasing

ORDERED = """

def test_an_order():
    from acme.orders.api import Memory, place

    assert summary(place(Memory(), "LAMP", 1)) == "23.79 EUR with tax"
"""
BROKEN = ast.parse('raise RuntimeError("broken on purpose")').body


def declared(root):
    """What each distribution needs, for its tests and extras, too: its pyproject.toml says it."""
    needs = {}
    for file in sorted(root.glob("packages/*/pyproject.toml")):
        toml = tomllib.loads(file.read_text(encoding="utf-8"))
        project, groups = toml["project"], toml.get("dependency-groups", {})
        optional = [*project.get("optional-dependencies", {}).values(), *groups.values()]
        all_needs = [*project["dependencies"], *(each for group in optional for each in group)]
        named = [each for each in all_needs if isinstance(each, str)]  # or it includes a group
        needs[project["name"]] = {releasing.name_in(each) for each in named}
    return needs


def imported(root):
    """What each distribution needs, as its import statements say."""
    needs = {}
    for project in sorted(root.glob("packages/*")):
        trees = [ast.parse(file.read_bytes()) for file in project.glob("src/**/*.py")]
        nodes = [node for tree in trees for node in ast.walk(tree)]
        modules = [node.module for node in nodes if isinstance(node, ast.ImportFrom)]
        found = {f"acme-{each.split('.')[1]}" for each in modules if each.startswith("acme.")}
        needs[project.name] = found - {project.name}
    return needs


def selected(file, needs):
    """The distribution that the file belongs to, and all that need it; else all."""
    parts = Path(file).parts
    if parts[0] != "packages" or parts[1] not in needs:
        return sorted(needs)
    found, added = set(), {parts[1]}
    while added:
        found |= added
        added = {name for name in needs if needs[name] & found} - found
    return sorted(found)


def broken(text, is_python):
    """The file with every function raising; without any function, it raises when it is imported."""
    if not is_python:
        return "{}"
    tree = ast.parse(text)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for function in functions:
        function.body = BROKEN
    return ast.unparse(tree if functions else ast.Module(BROKEN, []))


def failing(root):
    """The distributions whose tests fail, in this interpreter."""
    failed = []
    for tests in sorted(root.glob("packages/*/tests/*.py")):
        namespaces.forget()
        before = sys.path[:]
        sys.path[:0] = monorepo.sources(root)
        try:
            found = runpy.run_path(str(tests))
            for name in [name for name in found if name.startswith("test_")]:
                found[name]()
        except Exception:
            failed.append(tests.parents[1].name)
        finally:
            sys.path[:] = before
            namespaces.forget()
    return failed


def experiment():
    """For each file that a run can read: whose tests fail if it is broken."""
    with monorepo.copy({}) as root:
        seen = {}
        files = [each for each in root.glob("packages/*/src/**/*") if each.is_file()]
        for file in sorted(each for each in files if each.name != "py.typed"):
            text = file.read_text(encoding="utf-8")
            file.write_text(broken(text, file.suffix == ".py"), encoding="utf-8")
            seen[file.relative_to(root).as_posix()] = failing(root)
            file.write_text(text, encoding="utf-8")
        return seen, failing(root)


def forgotten(root):
    """As declared, but web does not say that it needs billing."""
    needs = declared(root)
    return needs | {"acme-web": needs["acme-web"] - {"acme-billing"}}


def compared():
    """How many test runs each selection asks for, and which failing ones it misses."""
    seen, afterwards = experiment()
    answer = {"files": len(seen), "unnoticed": list(seen.values()).count([]), "mended": afterwards}
    answer["failing"] = sum(map(len, seen.values()))
    for selection in declared, imported, forgotten:
        needs = selection(monorepo.ORIGINAL)
        chosen = {file: selected(file, needs) for file in seen}
        missed = [[file, each] for file in seen for each in seen[file] if each not in chosen[file]]
        answer[selection.__name__] = [sum(map(len, chosen.values())), missed]
    return answer


def with_a_need_of_tests(group):
    """Billing's tests place an order, and orders is broken: whose tests fail and are left out."""
    application = "packages/acme-orders/src/acme/orders/_application.py"
    with monorepo.copy({}) as root:
        monorepo.add(root / "packages/acme-billing/pyproject.toml", group)
        monorepo.add(root / "packages/acme-billing/tests/test_billing.py", ORDERED)
        before = failing(root)
        text = (root / application).read_text(encoding="utf-8")
        (root / application).write_text(broken(text, True), encoding="utf-8")
        chosen = selected(application, declared(root))
        return [before, [each for each in failing(root) if each not in chosen]]


def unseen():
    """What is declared, and stands in no import statement."""
    stated = imported(monorepo.ORIGINAL)
    needs = declared(monorepo.ORIGINAL)
    return [[name, each] for name in needs for each in sorted(needs[name] - stated[name])]


def concerned(file):
    return selected(file, declared(monorepo.ORIGINAL))


if __name__ == "__main__":
    for key, value in compared().items():
        print(f"{key}: {value}")
