"""The command line of a kata's checks.py: a verdict for its reader, or for a program."""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import os
import sys
from functools import partial
from pathlib import Path
from typing import IO, Any, NoReturn

import judging
from impostor import KINDS
from verdict import EXIT_STATUS, WRONG_ANSWER, Verdict

SECONDS = 10.0  # for somebody who checks by hand
MOST_SECONDS = 3600
CHECK_BEGINS = b"\x1e"  # ASCII's record separator, among what the learner's file prints
IS_CPYTHON = sys.implementation.name == "cpython"

# Threads that the learner's code left behind may never end. The guard replaces `os._exit`.
end_process = os._exit if IS_CPYTHON else sys.exit


def main() -> None:
    """Checks the file named on the command line; the exit status says how that ended."""
    options = arguments()
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)  # nobody waits for somebody to type
    told = own_stdout(options.report)
    submission = judging.Submission.of(Path(os.path.abspath(options.file)))
    begin = separate_output if options.report else lambda: None
    judge = partial(judging.judge, submission, options.impostor, begin=begin)
    if IS_CPYTHON:
        import supervising

        judge = partial(supervising.within_limits, judge, submission, options.seconds)
    else:  # its JVM limits it
        os.system = start_no_process  # which would end GraalPy by an exception of Java's
    separate(submission.folder)
    verdict = judge()
    if options.report:
        text = json.dumps(report(verdict, submission))
    else:
        hint = " hints.md helps, a step at a time." if verdict.outcome == WRONG_ANSWER else ""
        text = "\n".join([*verdict.lines(submission.name), verdict.summary() + hint])
    print(text, file=told, flush=True)
    end_process(EXIT_STATUS[verdict.outcome])


def start_no_process(command: object) -> NoReturn:
    raise PermissionError("an exercise starts no processes")


def separate_output() -> None:
    """What the learner's file prints from here on belongs to the next check."""
    judging.flush()
    with contextlib.suppress(OSError):
        os.write(2, CHECK_BEGINS)


def report(verdict: Verdict, submission: judging.Submission) -> dict[str, Any]:
    words = {"lines": verdict.lines(submission.name), "summary": verdict.summary()}
    return verdict._asdict() | words


def reports(module: str, files: list[str]) -> list[dict[str, Any]]:
    """The verdicts of the checks in a module on files that are trusted, in this interpreter."""
    importlib.import_module(module)
    submissions = [judging.Submission.of(Path(file)) for file in files]
    return [report(judging.judge(each), each) for each in submissions]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="checks.py",
        description="Checks your solution of this kata.",
        epilog="exit status: 0 solved, 1 wrong answer, 2 the file cannot be used,"
        " 3 a limit hit, or our own fault",
    )
    parser.add_argument("file", help="your file, such as exercise.py")
    parser.add_argument(
        "--seconds",
        type=float,
        default=SECONDS,
        metavar="N",
        help="how long all checks together may take (default: %(default)g)",
    )
    parser.add_argument(
        "--report",
        action="store_true",
        help="the verdict as JSON; what your file prints goes to standard error",
    )
    parser.add_argument(
        "--impostor",
        choices=KINDS,
        help="check one that knows only the answers that this file, a solution, gives to the"
        " first check: none of them, the first of each function, or all in their order",
    )
    options = parser.parse_args()
    if not 0 < options.seconds <= MOST_SECONDS:
        parser.error(f"--seconds is more than 0 and at most {MOST_SECONDS}")
    return options


def own_stdout(is_report: bool) -> IO[str]:
    """A standard output that the learner's code does not know."""
    if not IS_CPYTHON:
        stdout, sys.stdout = sys.stdout, sys.stderr if is_report else sys.stdout
        return stdout
    told = os.fdopen(os.dup(1), "w", encoding=sys.stdout.encoding, errors="backslashreplace")
    if is_report:
        os.dup2(2, 1)
    return told


def separate(folder: Path) -> None:
    """From here on no module of ours is found by its name, and those in the learner's folder are.

    They come last: what the library imports is the library's, whatever their names.
    """
    checks_file = sys.modules["__main__"].__file__ or ""
    ours = {os.path.dirname(os.path.abspath(file)) for file in (__file__, checks_file)}
    for name, module in list(sys.modules.items()):
        file = judging.file_of(module)
        if name != "__main__" and file and os.path.dirname(os.path.abspath(file)) in ours:
            del sys.modules[name]
    elsewhere = [path for path in sys.path if os.path.abspath(path) not in {*ours, str(folder)}]
    sys.path[:] = [*elsewhere, str(folder)]
