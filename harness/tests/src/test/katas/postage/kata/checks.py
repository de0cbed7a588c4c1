"""What the harness's own tests hold a kata against."""

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../../../../src/main/python")
from types import ModuleType

from checking import check, expect, expect_error, main


@check("the examples hold")
def examples(kata: ModuleType) -> None:
    expect("postage(500)", lambda: kata.postage(500), gives=100)
    expect("postage(501)", lambda: kata.postage(501), gives=150)


@check("other weights cost what they should")
def other_weights(kata: ModuleType) -> None:
    expect("postage(1)", lambda: kata.postage(1), gives=100)
    expect("postage(2000)", lambda: kata.postage(2000), gives=250)


@check("a weight in words is a TypeError")
def words(kata: ModuleType) -> None:
    expect_error("postage('heavy')", lambda: kata.postage("heavy"), TypeError)


if __name__ == "__main__":
    main()
