"""Who writes the last block of a file that nobody closes."""

import contextlib
import gc
import os
import tempfile
import warnings
import weakref
from pathlib import Path

REPORT = "x" * 100
LINES = 3_000


def save(path):
    file = open(path, "w")
    file.write(REPORT)
    return file


def save_and_close(path):
    with open(path, "w") as file:
        file.write(REPORT)


class Report:
    """Holds its file, and itself: a cycle, as by a parent link or a bound callback."""

    def __init__(self, path):
        self.file = save(path)
        self.latest = self


def collected(left):
    for _ in range(10):
        if left() is None:
            break
        gc.collect()
    return left() is None


@contextlib.contextmanager
def new_path():
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield Path(folder) / "report.txt"


def dropped():
    """The size of the file on disk while it is open, after the last reference, after collection."""
    with new_path() as path:
        file = save(path)
        left = weakref.ref(file)
        sizes = [os.path.getsize(path)]
        del file
        sizes.append(os.path.getsize(path))
        return {"gone": collected(left), "sizes": [*sizes, os.path.getsize(path)]}


def in_a_cycle():
    gc.disable()  # on CPython the cycle must not be collected before we say so
    with new_path() as path:
        left = weakref.ref(Report(path).file)
        sizes = [os.path.getsize(path)]
        gone = collected(left)
        gc.enable()
        return {"gone": gone, "sizes": [*sizes, os.path.getsize(path)]}


def closed():
    with new_path() as path:
        save_and_close(path)
        return os.path.getsize(path)


def long_report():
    """Of a long report, dropped: whether its first and its last line are on disk."""
    with new_path() as path:
        save_lines(path)
        lines = path.read_text().splitlines()
        return [lines[0] == line(0), lines[-1] == line(LINES - 1)]


def line(number):
    return f"line {number:0100}"


def save_lines(path):
    file = open(path, "w")
    for number in range(LINES):
        file.write(line(number) + "\n")


def warned():
    told = []
    with new_path() as path, warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = lambda message, category, *where: told.append(category.__name__)
        save(path)
        gc.collect()
    return told


if __name__ == "__main__":
    print("bytes on disk while open, dropped, collected:", dropped())
    print("in a cycle, dropped, collected:", in_a_cycle())
    print("closed by `with`:", closed())
    print("first and last line of a long report, dropped:", long_report())
    print("warned, if asked to:", warned())
