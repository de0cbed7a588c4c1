"""Who writes the last block of a file that nobody closes."""

import contextlib
import gc
import os
import tempfile
import warnings
import weakref
from pathlib import Path

from collecting import collected

REPORT = "x" * 100


def save(path):
    file = open(path, "w")
    file.write(REPORT)
    return file


def save_and_close(path):
    with open(path, "w") as file:
        file.write(REPORT)
    return file


class Report:
    """Holds its file, and itself: a cycle, as by a parent link or a bound callback."""

    def __init__(self, path, save):
        self.file = save(path)
        self.latest = self


@contextlib.contextmanager
def new_path():
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield Path(folder) / "report.txt"


def dropped():
    """The file's size while it is open, after the last reference, after a collection."""
    with new_path() as path:
        file = save(path)
        left = weakref.ref(file)
        sizes = [os.path.getsize(path)]
        del file
        sizes.append(os.path.getsize(path))
        return {"gone": collected(left), "sizes": [*sizes, os.path.getsize(path)]}


def in_a_cycle(is_closed=False):
    """The file's size after the last reference to the cycle, and after a collection."""
    gc.disable()  # on CPython the cycle must not be collected before we say so
    with new_path() as path:
        left = weakref.ref(Report(path, save_and_close if is_closed else save).file)
        sizes = [os.path.getsize(path)]
        gone = collected(left)
        gc.enable()
        return {"gone": gone, "sizes": [*sizes, os.path.getsize(path)]}


def closed():
    with new_path() as path:
        file = save_and_close(path)
        return {"size": os.path.getsize(path), "closed": file.closed}


def warned(save):
    told = []
    with new_path() as path, warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = lambda message, category, *where: told.append(category.__name__)
        save(path)
        gc.collect()
    return told


def warnings_told():
    return {"not closed": warned(save), "closed": warned(save_and_close)}


if __name__ == "__main__":
    print("bytes in the file while open, dropped, collected:", dropped())
    print("in a cycle, dropped, collected:", in_a_cycle())
    print("closed by `with`:", closed())
    print("warned, if asked to:", warnings_told())
