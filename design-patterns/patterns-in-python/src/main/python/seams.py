"""Three modules in a test with a fixed day: a name replaced in a module, or an argument passed."""

import importlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from threading import Event

MODULES = "dunning.invoices", "dunning.reminders", "dunning.letters"
FIXED = date(2020, 2, 29)
SECONDS = 20  # a generous limit for what must happen


def fixed():
    return FIXED


class FixedDate:
    """In the place of the class `date`."""

    today = staticmethod(fixed)


FAKES = {"today": fixed, "date": FixedDate}


@contextmanager
def replaced(module, name="today"):
    """The name in this module means a fake, as `unittest.mock.patch` would have it."""
    there = importlib.import_module(module)
    original = getattr(there, name)
    setattr(there, name, FAKES[name])
    try:
        yield
    finally:
        setattr(there, name, original)


def dated(module, *arguments):
    """Whether what it dates has the fixed day."""
    return importlib.import_module(module).dated(*arguments) == FIXED


def all_dated():
    return [dated(module) for module in MODULES]


def seen_when_replaced_in(module, name="today"):
    """Which of the three see it, and which still do afterwards."""
    all_dated()  # all three are imported before the name is replaced
    with replaced(module, name):
        seen = all_dated()
    return [seen, all_dated()]


def seen_when_passed():
    """Which of the three see the argument, and which still do in a call without it."""
    return [[dated(module, fixed) for module in MODULES], all_dated()]


def seen_by_another_thread_when_replaced():
    """Whether a call in another thread has the fixed day while this test runs, and one in this."""
    with ThreadPoolExecutor(1) as pool, replaced("dunning.days"):
        return [pool.submit(dated, "dunning.reminders").result(), dated("dunning.reminders")]


def seen_by_another_thread_when_passed(module):
    """The same while a call that was given the argument is waiting in it, and that call."""
    inside, go_on = Event(), Event()

    def slow():
        if not inside.is_set():  # only the call that was given it waits
            inside.set()
            go_on.wait(SECONDS)
        return FIXED

    with ThreadPoolExecutor(1) as pool:
        mine = pool.submit(dated, module, slow)
        mine.add_done_callback(lambda _: inside.set())
        inside.wait(SECONDS)
        other = dated(module)
        go_on.set()
        return [other, mine.result()]


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
    print("  dunning.days.date replaced:", seen_when_replaced_in("dunning.days", "date")[0])
    print("  passed as an argument:", seen_when_passed()[0])
    print("the function is in", places_that_hold_it())
