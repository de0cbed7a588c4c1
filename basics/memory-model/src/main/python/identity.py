"""Which equal values are one object: built at run time, so no compiler has merged them."""

import sys


def same(one, other):
    return one is other


def text():
    return "".join(["meter", " ", "7"])


def table():
    return {
        "256": same(int("256"), int("256")),
        "5000": same(int("5000"), int("5000")),
        "1.5": same(float("1.5"), float("1.5")),
        "()": same((), tuple([])),
        "text": same(text(), text()),
        "interned text": same(sys.intern(text()), sys.intern(text())),
        "None": same(None, dict().get("absent")),
    }


def not_a_number():
    """Containers ask `is` before `==`: so identity shows in the answers of `in`."""
    return float("nan") in [float("nan")]


if __name__ == "__main__":
    for value, one in table().items():
        print(f"{value:15} one object: {one}")
    print("nan in a list of another nan:", not_a_number())
