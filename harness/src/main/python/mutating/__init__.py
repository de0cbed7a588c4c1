"""Makes the ordinary mutants of a Python file: copies of it with one small mistake each.

A mutant is an edit of the file's text, so its lines and its formatting stay as they are, and
a failure names a true line. Two tools of the package index were looked at. cosmic-ray and
mutmut know no removed statement and no removed argument; mutmut puts all mutants of a file
into one file, behind a switch.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

from mutating.operators import edits
from mutating.scope import under_proof
from mutating.source import Source

COMMENT = re.compile(r"  # .*")


def mutants(file: str) -> list[dict[str, Any]]:
    """Every mutant of a file that Python can compile and that is another program."""
    source = Source(Path(file).read_bytes())
    known = {None, program(source.text)}
    made = []
    for place in under_proof(source.tree):
        for edit in edits(place.node, source):
            text = source.edited(edit)
            mutant = program(text)
            if mutant not in known:
                known.add(mutant)
                made.append((edit, place, text))
    alike: Counter[tuple[str, str, str]] = Counter()
    told = []
    for edit, place, text in sorted(made, key=lambda each: each[0]):
        before, after, line = difference(source.text, text)
        kind = place.function, before, after
        alike[kind] += 1
        told.append(
            {"line": line, "function": place.function, "before": before, "after": after}
            | {"number": alike[kind], "first": place.first, "last": place.last, "text": text}
        )
        assert edit.start <= edit.end
    return told


def program(text: str) -> str | None:
    """What Python makes of a text; nothing if it cannot compile it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(text)
            compile(tree, "<mutant>", "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return None
    return ast.dump(tree)


def difference(original: str, mutant: str) -> tuple[str, str, int]:
    """The first line that differs: as it was, as it is, both without a comment, and its number."""
    lines = zip(original.split("\n"), mutant.split("\n"), strict=True)
    for number, (before, after) in enumerate(lines, 1):
        if before != after:
            return COMMENT.sub("", before).strip(), COMMENT.sub("", after).strip(), number
    raise ValueError("a mutant that is the original")
