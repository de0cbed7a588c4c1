"""The 23 patterns of the Gang of Four in GOF.md: what becomes of each, and do its names exist?"""

import re
from collections import Counter
from pathlib import Path
from pkgutil import resolve_name

ROW = re.compile(r"\| (?P<pattern>[\w ]+) \| (?P<verdict>dissolves|stays|avoid) \| .* \|")
NAME = re.compile(r"`([\w.]+)`")


def rows(text):
    for line in text.splitlines():
        if match := ROW.fullmatch(line):
            yield match["pattern"], match["verdict"], NAME.findall(line)


def verdicts(text):
    return dict(Counter(verdict for _, verdict, _ in rows(text)))


def patterns(text):
    return [pattern for pattern, _, _ in rows(text)]


def without_a_name(text):
    return [pattern for pattern, _, names in rows(text) if not names]


def missing(text):
    """The names that nothing has, here or in the standard library."""
    return [name for _, _, names in rows(text) for name in names if not exists(name)]


def exists(name):
    try:
        resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True


if __name__ == "__main__":
    table = Path(__file__).parents[3] / "GOF.md"
    text = table.read_text(encoding="utf-8")
    print(verdicts(text), "names that do not exist:", missing(text))
