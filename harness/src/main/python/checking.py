"""Holds a learner's file against a kata's checks: what was called, expected, and came of it.

A kata's checks.py names each check in the learner's words and ends by calling `main`:

    @check("nothing costs nothing")
    def nothing(kata: ModuleType) -> None:
        expect("total([])", lambda: kata.total([]), gives=0)

Whatever the learner's code does belongs inside the lambda of `expect`, `expect_error` or
`attempt`: an exception there is a wrong answer, an exception elsewhere is our own fault.
Modules are imported where they are needed: on a cold GraalPy each costs a tenth of a second.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

SOLVED = "solved"
WRONG_ANSWER = "wrong answer"
SYNTAX_ERROR = "syntax error"
IMPORT_ERROR = "import error"
OUR_FAULT = "our own fault"

EXIT_STATUS = {SOLVED: 0, WRONG_ANSWER: 1, SYNTAX_ERROR: 2, IMPORT_ERROR: 2, OUR_FAULT: 3}
MOST_SHOWN = 400  # characters of a value or an exception

Check = Callable[[ModuleType], None]
checks: dict[str, Check] = {}


class WrongAnswer(Exception):
    """The learner's code does something else than the task says."""

    def __init__(self, call: str, expected: str, actual: str) -> None:
        super().__init__(f"call      {call}\nexpected  {expected}\nactual    {actual}")


class Unusable(Exception):
    """The learner's file cannot be loaded."""

    def __init__(self, outcome: str, message: str) -> None:
        super().__init__(message)
        self.outcome = outcome


def check(name: str) -> Callable[[Check], Check]:
    """Makes a function one of the checks; they run in the order of their definition."""

    def add(body: Check) -> Check:
        if name in checks:
            raise ValueError(f"two checks are named {name!r}")
        checks[name] = body
        return body

    return add


def attempt(call: str, action: Callable[[], Any], expected: str = "a result") -> Any:
    """The result of the learner's code; an exception it raises is a wrong answer."""
    try:
        return action()
    except (WrongAnswer, KeyboardInterrupt):
        raise
    except BaseException as error:
        raise WrongAnswer(call, expected, raised(error)) from error


def expect(call: str, action: Callable[[], object], *, gives: object) -> None:
    """The learner's code gives this value."""
    actual = attempt(call, action, expected=shown(gives))
    if actual != gives:
        raise WrongAnswer(call, shown(gives), shown(actual))


def expect_error(call: str, action: Callable[[], object], error: type[BaseException]) -> None:
    """The learner's code raises this exception."""
    expected = f"raises {error.__name__}"
    try:
        actual = action()
    except error:
        return
    except (WrongAnswer, KeyboardInterrupt):
        raise
    except BaseException as other:
        raise WrongAnswer(call, expected, raised(other)) from other
    raise WrongAnswer(call, expected, shown(actual))


def shown(value: object) -> str:
    return shortened(repr(value))


def raised(error: BaseException) -> str:
    return f"raises {type(error).__name__}: {shortened(str(error))}".rstrip(": ")


def shortened(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "..."


def load(file: Path) -> ModuleType:
    """The learner's module, fresh from its file."""
    try:
        code = compile(file.read_bytes(), str(file), "exec")
    except (SyntaxError, ValueError) as error:  # ValueError: a null byte in the text
        line = getattr(error, "lineno", None) or 1
        message = getattr(error, "msg", None) or str(error)
        text = (getattr(error, "text", None) or "").strip()
        where = f"{file.name}:{line}: {text}".rstrip(": ")
        raise Unusable(SYNTAX_ERROR, f"{where}\n{type(error).__name__}: {message}") from None
    module = ModuleType("exercise")
    module.__file__ = str(file)
    sys.modules[module.__name__] = module
    try:
        exec(code, module.__dict__)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        where = learners_line(file, error) or file.name
        text = f"{where}\n{type(error).__name__}: {shortened(str(error))}"
        raise Unusable(IMPORT_ERROR, text) from error
    return module


def learners_line(file: Path, error: BaseException) -> str:
    """The line of the learner's file in which an exception arose; empty if it was in none."""
    import traceback

    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == str(file)]
    return f"{file.name}:{frames[-1].lineno}: {frames[-1].line}" if frames else ""


def result(name: str, body: Check, file: Path) -> dict[str, Any]:
    """How one check ends. Each gets a module of its own, so that none spoils the next."""
    outcome, message = SOLVED, ""
    try:
        body(load(file))
    except (Unusable, KeyboardInterrupt):
        raise
    except WrongAnswer as wrong:
        where = wrong.__cause__ and learners_line(file, wrong.__cause__)
        outcome, message = WRONG_ANSWER, f"{wrong}\nat        {where}" if where else str(wrong)
    except BaseException as error:
        import traceback

        where = learners_line(file, error)
        outcome = WRONG_ANSWER if where else OUR_FAULT
        trace = "".join(traceback.format_exception(error)).rstrip()
        message = f"actual    {raised(error)}\nat        {where}" if where else trace[-2000:]
    return {"name": name, "passed": outcome == SOLVED, "outcome": outcome, "message": message}


def results(file: Path) -> Iterator[dict[str, Any]]:
    for name, body in checks.items():
        yield result(name, body, file)


def judge(file: Path) -> dict[str, Any]:
    """The verdict of all checks: its outcome is the one of the first check that fails."""
    try:
        every = list(results(file))
    except Unusable as error:
        return {"outcome": error.outcome, "message": str(error), "checks": []}
    if not every:
        return {"outcome": OUR_FAULT, "message": "checks.py has no checks", "checks": []}
    first = next((each for each in every if not each["passed"]), every[-1])
    return {"outcome": first["outcome"], "message": first["message"], "checks": every}


def verdict(module: str, file: str) -> dict[str, Any]:
    """The verdict of the checks in a module, for a caller inside this interpreter."""
    import importlib

    importlib.import_module(module)
    return judge(Path(file))


def practise(file: Path) -> str:
    """Tells the learner about each check until one fails; gives the outcome."""
    passed = 0
    try:
        for each in results(file):
            if not each["passed"]:
                print(f"FAIL  {each['name']}")
                if each["outcome"] == OUR_FAULT:
                    print("      This is our own fault, not yours: the check itself fails.")
                print("      " + each["message"].replace("\n", "\n      "))
                print(f"{passed} of {len(checks)} checks pass. hints.md helps, a step at a time.")
                return each["outcome"]
            print(f"ok    {each['name']}", flush=True)
            passed += 1
    except Unusable as error:
        print(f"{file.name} cannot be used: {error.outcome}")
        print("      " + str(error).replace("\n", "\n      "))
        return error.outcome
    print(f"Solved: all {len(checks)} checks pass.")
    return SOLVED


def own_output() -> TextIO:
    """Standard output for us alone; what anybody else prints goes to standard error."""
    import os

    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return out


def main() -> None:
    """Checks the file named on the command line; the exit status says how that ended."""
    import argparse

    statuses = "exit status: 0 solved, 1 wrong answer, 2 the file cannot be used, 3 our own fault"
    parser = argparse.ArgumentParser(
        prog="checks.py", description="Checks your solution of this kata.", epilog=statuses
    )
    parser.add_argument("file", type=Path, help="your file, such as exercise.py")
    parser.add_argument("--json", action="store_true", help="print all checks' verdict as JSON")
    options = parser.parse_args()
    if not options.file.is_file():
        parser.error(f"there is no file {options.file}")
    if not options.json:
        sys.exit(EXIT_STATUS[practise(options.file)])

    import json

    with own_output() as out:
        answer = judge(options.file)
        json.dump(answer, out)
    sys.exit(EXIT_STATUS[answer["outcome"]])
