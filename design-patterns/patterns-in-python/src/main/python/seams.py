"""Three modules in a test with a fixed day: a name replaced in a module, or an argument passed."""

import importlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date

MODULES = "dunning.invoices", "dunning.reminders", "dunning.letters"
FIXED = date(2020, 2, 29)


def fixed():
    return FIXED


@contextmanager
def replaced(module, name="today"):
    """The name in this module means `fixed`, as `unittest.mock.patch` would have it."""
    there = importlib.import_module(module)
    original = getattr(there, name)
    setattr(there, name, fixed)
    try:
        yield
    finally:
        setattr(there, name, original)


def dated(module, *arguments):
    """Whether what it dates has the fixed day."""
    return importlib.import_module(module).dated(*arguments) == FIXED


def all_dated():
    return [dated(module) for module in MODULES]


def seen_when_replaced_in(module):
    """Which of the three see it, and which still do afterwards."""
    all_dated()  # all three are imported before the name is replaced
    with replaced(module):
        seen = all_dated()
    return [seen, all_dated()]


def seen_when_passed():
    """With the argument, and in a call without it."""
    return [dated("dunning.letters", fixed), dated("dunning.letters")]


def seen_by_another_thread(way):
    """Whether a call in another thread has the fixed day, made while this thread's test runs."""
    module = {"replaced": "dunning.reminders", "passed": "dunning.letters"}[way]
    with ThreadPoolExecutor(1) as pool:
        if way == "passed":
            return [
                importlib.import_module(module).dated(lambda: pool.submit(dated, module).result()),
                dated(module, fixed),
            ]
        with replaced("dunning.days"):
            return [pool.submit(dated, module).result(), dated(module)]


def places_that_hold_it():
    """Each name, and each default value, by which one of the modules has the real function."""
    today = importlib.import_module("dunning.days").today
    places = []
    for module in map(importlib.import_module, ("dunning.days", *MODULES)):
        for name, value in vars(module).items():
            if value is today:
                places.append(f"{module.__name__}.{name}")
            elif today in (getattr(value, "__defaults__", None) or ()):
                places.append(f"{module.__name__}.{name}, default")
    return sorted(places)


if __name__ == "__main__":
    print("[invoices, reminders, letters] see the fixed day")
    for module in "dunning.days", "dunning.invoices":
        print(f"  {module}.today replaced:", seen_when_replaced_in(module)[0])
    print("  passed to letters:", seen_when_passed()[0])
    print("the function is in", places_that_hold_it())
