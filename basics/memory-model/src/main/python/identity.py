"""Which equal values are one object: built at run time, so no compiler has merged them."""

import sys


def same(one, other):
    return one is other


def interned(one, other):
    """Whether two texts are one object, before and after `sys.intern`."""
    return [same(one, other), same(sys.intern(one), sys.intern(other))]


def text():
    return "".join(["meter", " ", "7"])


def nothing():
    pass


def table():
    pair = text(), text()
    return {
        "256": same(int("256"), int("256")),
        "5000": same(int("5000"), int("5000")),
        "1.5": same(float("1.5"), float("1.5")),
        "()": same((), tuple([])),
        "text": same(*pair),
        "interned text": interned(*pair),
        "None": same(None, nothing()),
    }


def equal():
    """The same values are equal on every Python, and different values are never one object."""
    return {
        "equal": [int("5000") == int("5000"), float("1.5") == float("1.5"), text() == text()],
        "text": text(),
        "of different values": same(int("5000"), int("5001")),
    }


def contains(readings, reading):
    return reading in readings


def membership():
    """Containers ask `is` before `==`: so identity shows in the answers of `in`."""
    reading, missing = float("1.5"), float("nan")
    return {
        "nan in a list of another nan": contains([missing], float("nan")),
        "nan in a list of itself": contains([missing], missing),
        "nan == itself": missing == missing,
        "1.5 in a list of another 1.5": contains([reading], float("1.5")),
    }


if __name__ == "__main__":
    for value, one in {**table(), **equal(), **membership()}.items():
        print(f"{value:30} {one}")
