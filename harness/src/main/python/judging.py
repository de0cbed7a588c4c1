"""Holds a learner's file against the checks of a kata."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TextIO

from checking import Check, Stopped, WrongAnswer, checks, frames_of, raised, run, shortened

if TYPE_CHECKING:
    from traceback import FrameSummary

SOLVED = "solved"
WRONG_ANSWER = "wrong answer"
SYNTAX_ERROR = "syntax error"
IMPORT_ERROR = "import error"
LIMIT_HIT = "limit hit"
OUR_FAULT = "our own fault"

EXIT_STATUS = {
    SOLVED: 0,
    WRONG_ANSWER: 1,
    SYNTAX_ERROR: 2,
    IMPORT_ERROR: 2,
    LIMIT_HIT: 3,
    OUR_FAULT: 3,
}


OVERLAYS = ("wrong", "right")
MODULE = "your-exercise"  # registered, as a dataclass needs it, under a name that nobody imports

Load = Callable[[], ModuleType]


class Unusable(Exception):
    """The learner's file cannot be loaded."""

    def __init__(self, outcome: str, message: str) -> None:
        super().__init__(message)
        self.outcome = outcome


def layers(file: Path) -> list[Path]:
    """The files that make up the learner's module, each run in the names of those before it.

    A file in `wrong/` or `right/` is laid over the solution, unless it begins with `# whole`.
    """
    solution = file.parent.parent / "solution.py"
    if file.parent.name not in OVERLAYS or not solution.is_file():
        return [file]
    return [file] if file.read_bytes().startswith(b"# whole") else [solution, file]


def load(file: Path) -> ModuleType:
    """The learner's module, fresh from its file."""
    module = ModuleType(MODULE)
    sys.modules[module.__name__] = module
    for layer in layers(file):
        module.__file__ = str(layer)
        run_layer(layer, module)
    return module


def run_layer(file: Path, module: ModuleType) -> None:
    try:
        text = file.read_bytes()
        code = compile(text, str(file), "exec", dont_inherit=True)
    except OSError as error:
        raise Unusable(IMPORT_ERROR, f"{file.name} cannot be read: {error.strerror}") from None
    except (SyntaxError, ValueError) as error:  # ValueError: a null byte in the text
        line = getattr(error, "lineno", None) or 1
        message = getattr(error, "msg", None) or str(error)
        where = f"{file.name}:{line}: {(getattr(error, 'text', None) or '').strip()}".rstrip(": ")
        if not is_utf8(text):
            message += " (save it as UTF-8)"
        raise Unusable(SYNTAX_ERROR, f"{where}\n{type(error).__name__}: {message}") from None
    try:
        run(lambda: exec(code, module.__dict__))
    except KeyboardInterrupt:
        raise
    except Stopped as error:
        raise Unusable(LIMIT_HIT, stopped(file, error)) from error
    except BaseException as error:
        where = learners_line(file, frames_of(error)) or file.name
        text = f"{where}\n{type(error).__name__}: {shortened(str(error))}"
        raise Unusable(IMPORT_ERROR, text) from error


def is_utf8(text: bytes) -> bool:
    try:
        return "\0" not in text.decode()
    except UnicodeDecodeError:
        return False


def stopped(file: Path, error: Stopped) -> str:
    """Which limit was hit, and where."""
    where = learners_line(file, error.frames)
    return f"{error}\nat        {where}" if where else str(error)


def learners_line(file: Path, frames: Iterable[FrameSummary]) -> str:
    """The innermost line of the learner's; empty if there is none in any frame."""
    files = {str(layer) for layer in layers(file)}
    own = [frame for frame in frames if frame.filename in files]
    return f"{Path(own[-1].filename).name}:{own[-1].lineno}: {own[-1].line}" if own else ""


def outcome_of(body: Check, file: Path, load: Load) -> tuple[str, str]:
    """How one check ends, and why. Each gets a module of its own, so that none spoils the next."""
    try:
        body(load())
    except KeyboardInterrupt:
        raise
    except Unusable as error:
        return error.outcome, str(error)
    except Stopped as error:
        return LIMIT_HIT, stopped(file, error)
    except WrongAnswer as wrong:
        where = wrong.__cause__ and learners_line(file, frames_of(wrong.__cause__))
        return WRONG_ANSWER, f"{wrong}\nat        {where}" if where else str(wrong)
    except BaseException as error:
        where = learners_line(file, frames_of(error))
        if where:
            return WRONG_ANSWER, f"actual    {raised(error)}\nat        {where}"
        import traceback

        return OUR_FAULT, "".join(traceback.format_exception(error)).rstrip()[-2000:]
    return SOLVED, ""


def judge(
    file: Path,
    tell: Callable[[dict[str, Any]], None] = lambda progress: None,
    fresh: Load | None = None,
) -> dict[str, Any]:
    """The verdict: how many checks pass before one does not, and why that one does not.

    `tell` hears how many have passed so far, first when the file is loaded. `fresh` makes what is
    judged; without it, that is the file's own module.
    """
    names = list(checks)
    if not names:
        return {
            "outcome": OUR_FAULT,
            "message": "checks.py has no checks",
            "checks": [],
            "passed": 0,
        }
    passed = 0
    try:
        fresh = fresh or (lambda: load(file))
        fresh()
        while passed < len(names):
            tell({"checks": names, "passed": passed})
            outcome, message = outcome_of(checks[names[passed]], file, fresh)
            if outcome != SOLVED:
                return {"outcome": outcome, "message": message, "checks": names, "passed": passed}
            passed += 1
    except Unusable as error:
        return {"outcome": error.outcome, "message": str(error), "checks": [], "passed": 0}
    return {"outcome": SOLVED, "message": "", "checks": names, "passed": passed}


def impostor(kind: str, solution: Path) -> Load:
    """Makes a module that knows no more than the answers to the first check."""
    if kind == "empty":
        return lambda: ModuleType(MODULE)
    from impostor import Impostor

    made = Impostor(load(solution), next(iter(checks.values())))
    return lambda: made.replay(first_only=kind == "constant")


def verdict(module: str, file: str) -> dict[str, Any]:
    """The verdict of the checks in a module, for a caller inside this interpreter."""
    import importlib

    importlib.import_module(module)
    return judge(Path(file))


def practise(file: Path, fresh: Load | None = None) -> str:
    """Tells the learner about each check until one fails; gives the outcome."""
    names = list(checks)

    def passed(progress: dict[str, Any]) -> None:
        if progress["passed"]:
            print(f"ok    {names[progress['passed'] - 1]}", flush=True)

    verdict = judge(file, passed, fresh)
    outcome = verdict["outcome"]
    if outcome == SOLVED:
        print(f"ok    {names[-1]}\nSolved: all {len(names)} checks pass.")
        return SOLVED
    told = verdict["checks"]
    print(f"FAIL  {told[verdict['passed']]}" if told else f"{file.name} cannot be used: {outcome}")
    if told and outcome == LIMIT_HIT:
        print("      It was stopped: limit hit.")
    if told and outcome == OUR_FAULT:
        print("      This is our own fault, not yours: the check itself fails.")
    print("      " + verdict["message"].replace("\n", "\n      "))
    if told:
        print(f"{verdict['passed']} of {len(told)} checks pass. hints.md helps, a step at a time.")
    return outcome


def report(file: Path, to: TextIO, fresh: Load | None = None) -> str:
    """Writes how far it goes, line by line, and the verdict at the end; gives the outcome."""
    import json

    def tell(progress: dict[str, Any]) -> None:
        to.write(json.dumps(progress) + "\n")
        to.flush()

    tell({"loading": True})
    verdict = judge(file, tell, fresh)
    tell(verdict)
    return verdict["outcome"]


def main() -> None:
    """Checks the file named on the command line; the exit status says how that ended."""
    import argparse
    import contextlib
    import os

    import guard

    parser = argparse.ArgumentParser(
        prog="checks.py",
        description="Checks your solution of this kata.",
        epilog="exit status: 0 solved, 1 wrong answer, 2 the file cannot be used,"
        " 3 a limit hit, or our own fault",
    )
    parser.add_argument("file", type=Path, help="your file, such as exercise.py")
    parser.add_argument("--report", type=Path, help="a file for the verdict, as lines of JSON")
    parser.add_argument(
        "--impostor",
        choices=("empty", "constant", "hard-coded"),
        help="check one that knows only the answers that this file, a solution, gives to the"
        " first check: none of them, the first of each function, or all in their order",
    )
    options = parser.parse_args()
    if not os.path.lexists(options.file):
        parser.error(f"there is no file {options.file}")
    options.file = Path(os.path.abspath(options.file))

    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)  # nobody waits for somebody to type
    to = options.report and options.report.open("w", encoding="utf-8")
    guard.on(kept=[options.file])
    fresh = impostor(options.impostor, options.file) if options.impostor else None
    outcome = report(options.file, to, fresh) if to else practise(options.file, fresh)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):  # the learner's code may have closed or replaced it
            stream.flush()
    os._exit(EXIT_STATUS[outcome])  # threads that the learner's code left behind may never end
