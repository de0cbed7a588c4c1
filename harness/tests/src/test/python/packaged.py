"""What packages are like: two in Python for every interpreter, one in C for CPython alone."""

import importlib.metadata
import sys

import attrs
import more_itertools


@attrs.frozen
class Line:
    sku: str
    pieces: int


def pieces_by_twos(*pieces):
    lines = [Line("LAMP", number) for number in pieces]
    return [sum(line.pieces for line in pair) for pair in more_itertools.chunked(lines, 2)]


def version(package):
    return importlib.metadata.version(package)


def own_process():
    import psutil

    return psutil.Process().pid


def mark():
    attrs.marked = getattr(attrs, "marked", 0) + 1
    sys.modules[__name__].marked = getattr(sys.modules[__name__], "marked", 0) + 1
    return [attrs.marked, sys.modules[__name__].marked]


if __name__ == "__main__":
    print("attrs", version("attrs"))
