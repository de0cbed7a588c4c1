"""Which equal values are one object: built at run time, so no compiler has merged them."""

import sys


def same(one, other):
    return one is other


def text():
    return "".join(["meter", " ", "7"])


def nothing():
    pass


def table():
    one, other = text(), text()
    return {
        "256": same(int("256"), int("256")),
        "5000": same(int("5000"), int("5000")),
        "1.5": same(float("1.5"), float("1.5")),
        "()": same((), tuple([])),
        "text": same(one, other),
        "interned text": same(sys.intern(one), sys.intern(other)),
        "None": same(None, nothing()),
    }


def equal():
    """The same values are equal on every Python, and different values are never one object."""
    return {
        "equal": [int("5000") == int("5000"), float("1.5") == float("1.5"), text() == text()],
        "text": text(),
        "of different values": same(int("5000"), int("5001")),
    }


def membership():
    """Containers ask `is` before `==`: so identity shows in the answers of `in`."""
    reading, missing = float("1.5"), float("nan")
    return {
        "nan in a list of another nan": float("nan") in [missing],
        "nan in a list of itself": missing in [missing],
        "nan == itself": missing == missing,
        "1.5 in a list of another 1.5": float("1.5") in [reading],
    }


if __name__ == "__main__":
    for value, one in {**table(), **equal(), **membership()}.items():
        print(f"{value:30} {one}")
