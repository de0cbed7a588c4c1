"""What pytest sets up and tears down, seen by a plug-in that writes down what happens."""

import os
import sys
import tempfile
from pathlib import Path
from types import ModuleType

FIXTURES = """
import pytest
from diary import wrote

@pytest.fixture
def db():
    wrote("db up")
    yield
    wrote("db down")

@pytest.fixture
def order(db):
    wrote("order up")
    {set_up}
    yield
    wrote("order down")
    {tear_down}

def test_order(order):
    wrote("test")
    {test}
"""
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
SUM = "assert sum([33, 33, 33]) == 100"
NOT_NEEDED = (
    "cacheprovider doctest faulthandler junitxml legacypath logging monkeypatch pastebin recwarn"
    " setuponly setupplan stepwise subtests threadexception tmpdir unittest unraisableexception"
)
OPTIONS = ["-q", "-s", "--tb=short", *(f"-pno:{plugin}" for plugin in NOT_NEEDED.split())]


class Outcomes:
    """A plug-in: notes each phase that did not pass, and the text of the failure."""

    def __init__(self):
        self.failed, self.texts = [], []

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self.failed.append(report.when)
            self.texts.append(report.longreprtext)


def loaded():
    """Imports it, which takes long inside of a JVM."""
    import pytest

    return pytest.__name__


def run(text, *arguments):
    """What the tests wrote down, how pytest ends, and what failed."""
    import pytest

    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    outcomes, diary = Outcomes(), ModuleType("diary")
    events = []
    diary.wrote = events.append
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
    return events, int(ended), outcomes


def of_one_order(where="test", statement=""):
    """With a statement at one place: the end, what failed, what was written, is it explained."""
    places = dict.fromkeys(["set_up", "tear_down", "test"], "") | {where: statement}
    events, ended, outcomes = run(FIXTURES.format(**places))
    return [ended, outcomes.failed, events, ["99 == 100" in text for text in outcomes.texts]]


def of_a_shared_cart(scope, *arguments):
    """How pytest ends with two tests, the second of which needs what the first one adds."""
    return run(SHARED.format(scope=scope), *arguments)[1]


if __name__ == "__main__":
    print("all passes:", of_one_order())
    print("the test fails:", of_one_order("test", SUM))
    print("the second set-up fails:", of_one_order("set_up", "1 / 0"))
    print("the first tear-down fails:", of_one_order("tear_down", "1 / 0"))
    print("one cart for all: two tests, the second alone:", of_a_shared_cart("module"), end=" ")
    print(of_a_shared_cart("module", "-k", "shipped"))
