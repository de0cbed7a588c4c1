"""What a correct answer does."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
from types import ModuleType

from checking import check, expect, main


@check("the examples of the task hold")
def examples(kata: ModuleType) -> None:
    expect("answer('a question')", lambda: kata.answer("a question"), gives="an answer")


if __name__ == "__main__":
    main()
