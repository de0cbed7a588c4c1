"""What must not reach the caller of a parallel run, and what must."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from parallel import Parallel


class Incomparable:
    def __eq__(self, other: object) -> bool:
        raise ValueError("not to be compared")


class Uncopied:
    def __deepcopy__(self, memo: object) -> Uncopied:
        raise TypeError("not to be copied")


def one(order: object) -> Any:
    return 1


def raising(error: type[BaseException]) -> Callable[[object], Any]:
    def code(order: object) -> Any:
        raise error

    return code


CASES: dict[str, tuple[Callable[..., Any], Callable[..., Any], Any]] = {
    "an order that cannot be copied": (one, one, Uncopied()),
    "an order that cannot be compared": (one, one, Incomparable()),
    "an answer that cannot be compared": (one, lambda order: Incomparable(), {}),
    "the new code raises": (one, raising(KeyError), {}),
    "the old code raises": (raising(KeyError), one, {}),
    "Ctrl-C in the new code": (one, raising(KeyboardInterrupt), {}),
}


def came_of(name: str) -> list[Any]:
    """What the caller gets, and what was found."""
    old, new, order = CASES[name]
    parallel = Parallel(old, new)
    got: Any
    try:
        got = parallel(order)
    except BaseException as error:
        got = type(error).__name__
    return [got, [kind for kind, _ in parallel.found]]


if __name__ == "__main__":
    for each in CASES:
        print(f"{each}: {came_of(each)}")
