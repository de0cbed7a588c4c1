"""Examples, coverage and hypothesis on one function that loses cents."""

import json
import sys
from functools import partial

import shelf

TESTED = "-m coverage run --branch --include=money.py -m pytest -q -p no:hypothesispytest"
TESTS = """
from money import discount, split

def test_even():
    assert split(100, 4) == [25, 25, 25, 25]

def test_one():
    assert split(99, 1) == [99]

def test_nothing():
    assert split(0, 3) == [0, 0, 0]

def test_discount():
    assert discount(700) == 690
"""
MODULE = """
def split(total, n):
    return [total // n] * n

def discount(cents):
    if cents > 500:
        cents -= 10
    return cents
"""


def split(total, n):
    return [total // n] * n


def mended(total, n):
    return [total // n + (place < total % n) for place in range(n)]


def covered(module=MODULE):
    """[how pytest ends, lines missed, branches missed] by the examples."""
    with shelf.new() as root:
        for name, text in {"money.py": module, "test_money.py": TESTS}.items():
            (root / name).write_text(text, encoding="utf-8")
        ran = shelf.run(root, sys.executable, TESTED)
        shelf.run(root, sys.executable, "-m coverage json")
        file = json.loads((root / "coverage.json").read_text(encoding="utf-8"))["files"]["money.py"]
        return [ran.returncode, len(file["missing_lines"]), len(file["missing_branches"])]


def found(is_wrong, phases=None, most=100):
    """The smallest order that hypothesis finds for which this is wrong; tries are counted."""
    from hypothesis import Phase, find, settings, strategies
    from hypothesis.errors import NoSuchExample

    every = [Phase[name] for name in phases or ("generate", "shrink")]
    rules = settings(derandomize=True, max_examples=most, database=None, phases=every)
    orders = strategies.tuples(strategies.integers(0, 1_000_000), strategies.integers(1, 100))
    try:
        return find(orders, lambda order: is_wrong(*order), settings=rules)
    except NoSuchExample:
        return "nothing"


def loses_cents(way, total, n):
    return sum(way(total, n)) != total


def copied(total, n):
    """The expectation of somebody who looked into the code."""
    each = total // n
    return [each for _ in range(n)]


def differs(way, total, n):
    return split(total, n) != way(total, n)


def is_rare(total, n):
    """Wrong for one total in a million, and nothing leads there."""
    return total * 7919 % 1_000_003 == 5


def is_there():
    """For how many totals it is wrong."""
    return sum(is_rare(total, 1) for total in range(1_000_001))


WRONG = {
    "split": partial(loses_cents, split),
    "mended": partial(loses_cents, mended),
    "copied": partial(differs, copied),
    "compared": partial(differs, mended),
    "rare": is_rare,
}


def example(name, *phases):
    return found(WRONG[name], phases)


if __name__ == "__main__":
    print("examples: [status, lines missed, branches missed]", covered())
    for name in WRONG:
        print(f"hypothesis, {name}:", example(name))
