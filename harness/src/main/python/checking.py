"""What a kata's checks are made of: what was called, expected, and came of it.

A kata's checks.py names each check in the learner's words and ends by calling `main`:

    @check("nothing costs nothing")
    def nothing(kata: ModuleType) -> None:
        expect("total([])", lambda: kata.total([]), gives=0)

Whatever the learner's code does belongs inside the lambda of `expect`, `expect_error` or
`attempt`: an exception there is a wrong answer, an exception elsewhere is our own fault.
The first check that fails decides, and is the last to run. Modules are imported where they
are needed: on a cold GraalPy each costs a tenth of a second.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from traceback import FrameSummary

MOST_SHOWN = 400  # characters of a value or an exception
BUILTINS = dict(vars(builtins))  # a learner may replace them, and we still need them

Check = Callable[[ModuleType], None]
checks: dict[str, Check] = {}
refusals: list[Stopped] = []  # by the guard; the first one counts, whoever swallows it


class WrongAnswer(Exception):
    """The learner's code does something else than the task says."""

    def __init__(self, call: str, expected: str, actual: str) -> None:
        super().__init__(f"call      {call}\nexpected  {expected}\nactual    {actual}")


class Stopped(Exception):
    """The learner's code ran into a limit, and where."""

    def __init__(self, limit: str, frames: list[FrameSummary]) -> None:
        super().__init__(f"limit     {limit}")
        self.frames = frames


def check(name: str) -> Callable[[Check], Check]:
    """Makes a function one of the checks; they run in the order of their definition."""

    def add(body: Check) -> Check:
        if name in checks:
            raise ValueError(f"two checks are named {name!r}")
        checks[name] = body
        return body

    return add


def run(action: Callable[[], Any]) -> Any:
    """The result of the learner's code.

    Raises `Stopped` if it runs into a limit, even if it swallows the exception that says so.
    """
    try:
        return action()
    except MemoryError as error:
        raise Stopped("the memory is used up", frames_of(error)) from None
    except OSError as error:
        if error.errno == 27:  # EFBIG; the name is in errno, a module the less
            raise Stopped("too much output", frames_of(error)) from None
        raise
    finally:
        vars(builtins).update(BUILTINS)
        if refusals:
            raise refusals[0]


def attempt(call: str, action: Callable[[], Any], expected: str = "a result") -> Any:
    """The result of the learner's code; an exception it raises is a wrong answer."""
    try:
        return run(action)
    except (WrongAnswer, Stopped):
        raise
    except BaseException as error:
        raise WrongAnswer(call, expected, raised(error)) from error


def same(actual: object, expected: object) -> bool:
    """Whether a value is the expected one and of its type: `False` is not 0.

    What is expected decides, so nothing passes by being equal to everything. A subclass of
    list, tuple, dict or set will do for one, if what is in it is the same.
    """
    if isinstance(expected, list | tuple) and isinstance(actual, type(expected)):
        return len(actual) == len(expected) and all(map(same, actual, expected))
    if isinstance(expected, dict) and isinstance(actual, dict):
        return same(set(actual), set(expected)) and all(
            same(actual[key], expected[key]) for key in expected
        )
    if isinstance(expected, set | frozenset) and isinstance(actual, type(expected)):
        typed = {(type(item), item) for item in actual}
        return typed == {(type(item), item) for item in expected}
    return type(actual) is type(expected) and bool(expected == actual)


def expect(
    call: str,
    action: Callable[[], object],
    *,
    gives: object,
    equal: Callable[[Any, Any], bool] = same,
) -> None:
    """The learner's code gives this value, or one that `equal(actual, gives)` takes for it."""
    expected = shown(gives)
    actual = attempt(call, action, expected)
    if not attempt(call, lambda: equal(actual, gives), expected):
        text = attempt(call, lambda: shown(actual), expected)
        raise WrongAnswer(call, expected, text if text != expected else f"{text}, another type")


def expect_error(call: str, action: Callable[[], object], error: type[BaseException]) -> None:
    """The learner's code raises this exception."""
    expected = f"raises {error.__name__}"
    try:
        actual = run(action)
    except (WrongAnswer, Stopped):
        raise
    except error:
        return
    except BaseException as other:
        raise WrongAnswer(call, expected, raised(other)) from other
    raise WrongAnswer(call, expected, shown(actual))


def frames_of(error: BaseException) -> list[FrameSummary]:
    import traceback

    return traceback.extract_tb(error.__traceback__)


def shown(value: object) -> str:
    return shortened(repr(value))


def raised(error: BaseException) -> str:
    return f"raises {type(error).__name__}: {shortened(str(error))}".rstrip(": ")


def shortened(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "..."


def main() -> None:
    """Checks the file named on the command line; the exit status says how that ended."""
    import command

    command.main()
