"""What ruff reports of fifteen defects: by its defaults, by a chosen set of rules, by all rules."""

import ast
import json
from pathlib import Path

import house
import shelf

DESK = Path(__file__).with_name("desk")
SETS = {
    "defaults": [],
    "chosen": ["--select", "B,F,E7,S3,S602,RUF006,DTZ,ASYNC"],
    "all": ["--select", "ALL"],
}
QUIET = ["--isolated", "--no-cache", "--ignore-noqa", "--target-version", "py311"]


def ruff(folder, *arguments):
    """What it reports; it ends with 0 or 1, or it has not understood us."""
    command = [shelf.tool("ruff"), "check", *QUIET, "--output-format", "json", *arguments]
    ended = shelf.run(folder, *command)
    if ended.returncode > 1:
        raise RuntimeError(ended.stderr)
    return json.loads(ended.stdout)


def functions(text):
    """The name and the lines of each function that is not inside of another."""
    return {
        node.name: range(node.lineno, node.end_lineno + 1)
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def reported(file, rules):
    """Of a file of the desk: the rules by which each function is reported."""
    text = (DESK / file).read_text(encoding="utf-8")
    found = {name: [] for name in functions(text)}
    with shelf.new() as root:
        (root / "desk.py").write_text(text, encoding="utf-8")
        for each in ruff(root, *SETS[rules], "desk.py"):
            for name, lines in functions(text).items():
                if each["location"]["row"] in lines:
                    found[name].append(each["code"])
    return found


def counted(file, rules):
    """[functions, how many of them are reported, findings]."""
    found = reported(file, rules)
    return [len(found), sum(map(bool, found.values())), sum(map(len, found.values()))]


def of_the_house(name):
    """The lines that ruff reports, by the chosen rules, of one of the house's two texts."""
    with shelf.new() as root:
        (root / "desk.py").write_text(getattr(house, name), encoding="utf-8")
        return [each["location"]["row"] for each in ruff(root, *SETS["chosen"], "desk.py")]


if __name__ == "__main__":
    for rules in SETS:
        print(f"{rules}: [functions, reported, findings]", counted("defects.py", rules), end=" ")
        print("and of the tidy twin", counted("tidy.py", rules))
    print("house rules:", house.of_planted())
