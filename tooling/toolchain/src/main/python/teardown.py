"""What pytest sets up and tears down, seen by a plug-in that writes down what happens."""

import os
import sys
import tempfile
from pathlib import Path
from types import ModuleType

FIXTURES = """
import contextlib
import pytest
from diary import wrote

@pytest.fixture(params={cases})
def fails_in(request):
    return request.param

@contextlib.contextmanager
def drawer(case):
    wrote(case, "drawer open")
    try:
        yield
    finally:
        wrote(case, "drawer shut")

@pytest.fixture
def db(fails_in):
    wrote(fails_in, "db up")
    yield
    wrote(fails_in, "db down")

@pytest.fixture
def order(fails_in, db):
    with drawer(fails_in):
        wrote(fails_in, "order up")
        assert fails_in != "set-up"
        yield
        wrote(fails_in, "order down")
        assert fails_in != "tear-down"

@pytest.fixture
def mail(fails_in):
    wrote(fails_in, "mail up")
    yield
    wrote(fails_in, "mail down")
    assert fails_in != "mail's tear-down"

def test_order(fails_in, order, mail):
    wrote(fails_in, "test")
    paid = 99 if fails_in == "test" else 100
    assert paid == sum([33, 33, 34])
"""
CASES = ["nothing", "test", "set-up", "tear-down", "mail's tear-down"]
SHARED = """
import pytest

@pytest.fixture(scope="{scope}")
def cart():
    return []

def test_added(cart):
    cart.append("LAMP")

def test_shipped(cart):
    assert cart == ["LAMP"]
"""
NOT_NEEDED = (
    "cacheprovider doctest faulthandler junitxml legacypath logging monkeypatch pastebin recwarn"
    " setuponly setupplan stepwise subtests threadexception tmpdir unittest unraisableexception"
)
OPTIONS = ["-q", "-s", "--tb=short", *(f"-pno:{plugin}" for plugin in NOT_NEEDED.split())]


class Outcomes:
    """A plug-in: notes each phase that did not pass, and the text of the failure."""

    def __init__(self):
        self.failed = []

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self.failed.append([report.nodeid, report.when, report.longreprtext])


def loaded():
    """Imports it, which takes long inside of a JVM."""
    import pytest

    return pytest.__name__


def run(text, *arguments):
    """What the tests wrote down, how pytest ends, and what failed."""
    import pytest

    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    outcomes, diary, events = Outcomes(), ModuleType("diary"), {}
    diary.wrote = lambda case, event: events.setdefault(case, []).append(event)
    sys.modules["diary"] = diary
    with tempfile.TemporaryDirectory() as root, open(os.devnull, "w") as nowhere:
        file = Path(root, "test_desk.py")
        file.write_text(text, encoding="utf-8")
        shown, sys.stdout = sys.stdout, nowhere
        try:
            ended = pytest.main([*OPTIONS, f"--rootdir={root}", str(file), *arguments], [outcomes])
        finally:
            sys.stdout = shown
            for name in ("diary", "test_desk"):
                sys.modules.pop(name, None)
    return events, int(ended), outcomes.failed


def of_an_order():
    """For each place where it may fail: what was written; which phases failed; both sides shown."""
    events, ended, failed = run(FIXTURES.format(cases=CASES))
    phases = [[name.split("[")[1].rstrip("]"), when] for name, when, _ in failed]
    return (
        events,
        ended,
        phases,
        ["99 == 100" in text for _, when, text in failed if when == "call"],
    )


def of_a_shared_cart(scope, *arguments):
    """How pytest ends with two tests, the second of which needs what the first one adds."""
    return run(SHARED.format(scope=scope), *arguments)[1]


if __name__ == "__main__":
    for case, events in of_an_order()[0].items():
        print(f"fails: {case}:", ", ".join(events))
    print("one cart for all: two tests, the second alone:", of_a_shared_cart("module"), end=" ")
    print(of_a_shared_cart("module", "-k", "shipped"))
