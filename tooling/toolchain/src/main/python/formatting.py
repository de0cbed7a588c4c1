"""A formatter keeps the program, but for white space in docstrings; a fix may not keep it."""

import ast
import asyncio
import json
import re
import sys
from pathlib import Path

import shelf

PLAIN = "--isolated --no-cache"
UGLY = "def fee( cents ) :\n  'What it costs.'\n  return (cents*19//100 ,)\n"
DOCUMENTED = 'def fee(cents):\n    """What it costs.  \n\n      In cents.  """\n    return cents\n'
PLUGIN = "import registry\n\nregistry.carriers.append('swift post')\n"
PROGRAM = "import registry\nimport swift_post\n\nprint(len(registry.carriers))\n"


def ruff(root, words):
    return shelf.run(root, shelf.tool("ruff"), words)


def run(root):
    """How many files `ruff format` says that it has changed."""
    ended = ruff(root, f"format {PLAIN} .")
    if ended.returncode:
        raise RuntimeError(ended.stderr)
    found = re.match(r"(\d+) files? reformatted", ended.stdout)
    return int(found[1]) if found else 0


def formatted(texts):
    """These files after `ruff format`, and how many it says that it has changed, run twice."""
    with shelf.new() as root:
        for name, text in texts.items():
            (root / name).write_text(text, encoding="utf-8")
        first = run(root)
        after = {name: (root / name).read_text(encoding="utf-8") for name in texts}
        return after, [first, run(root)]


def tree(text, is_clean):
    """The program; with `is_clean`, its docstrings without the white space around their lines."""
    parsed = ast.parse(text)
    for node in ast.walk(parsed):
        if is_clean and is_documented(node) and ast.get_docstring(node):
            lines = map(str.rstrip, ast.get_docstring(node).splitlines())
            node.body[0].value.value = "\n".join(lines).strip()
    return ast.dump(parsed)


def is_documented(node):
    return isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)


def kept(texts):
    """Changed [texts, trees, trees but for docstrings, by the first run, by the second]."""
    after, runs = formatted(texts)
    changed = [name for name in texts if texts[name] != after[name]]
    in_tree = [[tree(texts[n], way) != tree(after[n], way) for n in texts] for way in (False, True)]
    return [len(changed), *map(sum, in_tree), *runs]


def of_the_ugly_one():
    return kept({"desk.py": UGLY})


def of_a_docstring():
    return kept({"desk.py": DOCUMENTED})


def is_noticed():
    """Is another number, or white space in a docstring, another tree: with docstrings, without?"""
    pairs = [
        (UGLY, UGLY.replace("19", "16")),
        (DOCUMENTED, DOCUMENTED.replace("costs.  ", "costs.")),
    ]
    return [[tree(one, way) != tree(other, way) for way in (False, True)] for one, other in pairs]


def of_the_library():
    """All of asyncio, as the standard library has it."""
    folder = Path(asyncio.__file__).parent
    return kept({file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.py")})


def printed(words):
    """What a program prints that imports a plug-in, after ruff has checked it this way."""
    with shelf.new() as root:
        files = {"registry.py": "carriers = []\n", "swift_post.py": PLUGIN, "program.py": PROGRAM}
        for name, text in files.items():
            (root / name).write_text(text, encoding="utf-8")
        ruff(root, f"{words} {PLAIN} program.py")
        start = "import runpy, sys; sys.path.insert(0, ''); runpy.run_path('program.py')"
        return json.loads(shelf.run(root, sys.executable, "-c", start).stdout)


if __name__ == "__main__":
    print("changed [texts, trees, but for docstrings, first run, second]", of_the_library())
    print("carriers: before, formatted, fixed:", printed("check"), printed("format"), end=" ")
    print(printed("check --fix"))
