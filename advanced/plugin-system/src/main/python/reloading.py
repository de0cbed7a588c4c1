"""A plug-in's second version: reloaded in place, beside the first, and in a new interpreter."""

import importlib
import importlib.util
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

FIRST = """
import sys
sys.setrecursionlimit(4321)  # for everybody, as whatever is set in a library

class Tariff:
    cents = 490

def price(): return 490

def surcharge(): return 90
"""

SECOND = """
class Tariff:
    cents = 590

def price(): return 590

# there is no surcharge any more
"""


def write(folder, text):
    """The lengths differ, so that no cached byte code is taken for the new one's."""
    Path(folder, "tariff.py").write_text(text, encoding="utf-8")
    importlib.invalidate_caches()


@contextmanager
def plugins_folder():
    """A folder for the plug-in; afterwards the interpreter is as it was before."""
    limit = sys.getrecursionlimit()
    with tempfile.TemporaryDirectory() as folder:
        try:
            yield folder
        finally:
            sys.setrecursionlimit(limit)


def in_place():
    """What a host sees that reloads: by its old references, and by the module."""
    with plugins_folder() as folder:
        write(folder, FIRST)
        module = imported_from(folder)
        order, price = module.Tariff(), module.price
        before = views(module, order, price)
        write(folder, SECOND)
        reloaded = anew(module, folder)
        after = views(reloaded, order, price)
        return {"before": before, "after": after, "same module": reloaded is module}


def anew(module, folder):
    sys.path.insert(0, folder)
    sys.modules["tariff"] = module
    try:
        return importlib.reload(module)
    finally:
        sys.path.remove(folder)
        del sys.modules["tariff"]


def imported_from(folder):
    sys.path.insert(0, folder)
    try:
        return importlib.import_module("tariff")
    finally:
        sys.path.remove(folder)
        sys.modules.pop("tariff", None)


def views(module, order, price):
    return {
        "isinstance": isinstance(order, module.Tariff),
        "old reference, module": [price(), module.price()],
        "old object, new object": [order.cents, module.Tariff().cents],
        "of the first": of_the_first(module),
    }


def of_the_first(module):
    """Whether what only the first version has and sets is there: its surcharge, its limit."""
    return [hasattr(module, "surcharge"), sys.getrecursionlimit() == 4321]


def side_by_side():
    """Both versions at once, each a module under a name of its own."""
    with plugins_folder() as folder:
        modules = []
        for name, text in ("tariff_1", FIRST), ("tariff_2", SECOND):
            write(folder, text)
            spec = importlib.util.spec_from_file_location(name, Path(folder, "tariff.py"))
            modules.append(importlib.util.module_from_spec(spec))
            spec.loader.exec_module(modules[-1])
        prices = [module.price() for module in modules]
        return {"prices": prices, "of the first": of_the_first(modules[-1])}


def leave_the_first():
    """Imports it and leaves what it has set; the limit that there was before."""
    limit = sys.getrecursionlimit()
    with tempfile.TemporaryDirectory() as folder:
        write(folder, FIRST)
        imported_from(folder)
    return limit


def restore(limit):
    sys.setrecursionlimit(limit)


def second_alone():
    """For an interpreter that has never seen the first version."""
    with plugins_folder() as folder:
        write(folder, SECOND)
        module = imported_from(folder)
        return [module.price(), *of_the_first(module)]


if __name__ == "__main__":
    print("reloaded in place:", in_place()["after"])
    print("side by side:", side_by_side())
    print("in an interpreter that has not seen the first:", second_alone())
