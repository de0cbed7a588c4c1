"""Holds a learner's file against the checks of a kata."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from checking import Check, Stopped, WrongAnswer, checks, frames_of, raised, run, shortened
from impostor import Impostor
from verdict import IMPORT_ERROR, LIMIT_HIT, OUR_FAULT, SOLVED, SYNTAX_ERROR, WRONG_ANSWER, Verdict

if TYPE_CHECKING:
    from traceback import FrameSummary

OVERLAYS = ("wrong", "right")
MODULE = "your-exercise"  # registered, as a dataclass needs it, under a name that nobody imports

Tell = Callable[[Verdict], None]


class Unusable(Exception):
    """The learner's file cannot be loaded: the outcome, and the message."""


class Submission(NamedTuple):
    """The files that make up the learner's module, each run in the names of those before it."""

    layers: tuple[Path, ...]

    @staticmethod
    def of(file: Path) -> Submission:
        """A file in `wrong/` or `right/` is laid over the solution, unless it begins `# whole`."""
        solution = file.parent.parent / "solution.py"
        if file.parent.name not in OVERLAYS or not solution.is_file():
            return Submission((file,))
        is_whole = not file.is_file() or file.read_bytes().startswith(b"# whole")
        return Submission((file,) if is_whole else (solution, file))

    @property
    def name(self) -> str:
        return self.layers[-1].name

    @property
    def folder(self) -> Path:
        """Where its imports are found, after those of the library."""
        return self.layers[0].parent

    def load(self) -> ModuleType:
        """The learner's module, and theirs that it imports, fresh from the files."""
        folder = str(self.folder) + os.sep
        for name, other in list(sys.modules.items()):
            if name != "__main__" and file_of(other).startswith(folder):
                del sys.modules[name]
        module = ModuleType(MODULE)
        sys.modules[module.__name__] = module
        for layer in self.layers:
            module.__file__ = str(layer)
            code = compiled(layer)
            try:
                run(lambda code=code: exec(code, module.__dict__))
            except Stopped as error:
                raise Unusable(LIMIT_HIT, self.located(error, error.frames)) from error
            except BaseException as error:
                where = self.line(frames_of(error)) or layer.name
                text = f"{where}\n{type(error).__name__}: {shortened(str(error))}"
                raise Unusable(IMPORT_ERROR, text) from error
        return module

    def line(self, frames: Iterable[FrameSummary]) -> str:
        """The innermost line of the learner's; empty if there is none in any frame."""
        files = {str(layer) for layer in self.layers}
        own = [frame for frame in frames if frame.filename in files]
        return f"{Path(own[-1].filename).name}:{own[-1].lineno}: {own[-1].line}" if own else ""

    def located(self, what: object, frames: Iterable[FrameSummary]) -> str:
        where = self.line(frames)
        return f"{what}\nat        {where}" if where else str(what)


def file_of(module: object) -> str:
    """Where a module comes from; empty if that is nowhere, or if it does not say."""
    try:
        return getattr(module, "__file__", None) or ""
    except Exception:  # GraalPy's module for Java, where there is no Java
        return ""


@cache
def compiled(file: Path) -> object:
    """Once, however often it runs: so what the compiler warns of is said once."""
    try:
        text = file.read_bytes()
        return compile(text, str(file), "exec", dont_inherit=True)
    except OSError as error:
        raise Unusable(IMPORT_ERROR, f"{file.name} cannot be read: {error.strerror}") from None
    except (SyntaxError, ValueError) as error:  # ValueError: a null byte in the text
        line = getattr(error, "lineno", None) or 1
        message = getattr(error, "msg", None) or str(error)
        where = f"{file.name}:{line}: {(getattr(error, 'text', None) or '').strip()}".rstrip(": ")
        if b"\0" in text or text.decode(errors="ignore").encode() != text:
            message += " (save it as UTF-8)"
        raise Unusable(SYNTAX_ERROR, f"{where}\n{type(error).__name__}: {message}") from None


def outcome_of(body: Check, module: ModuleType, submission: Submission) -> tuple[str, str]:
    """How one check ends, and why."""
    try:
        body(module)
    except Stopped as error:
        return LIMIT_HIT, submission.located(error, error.frames)
    except WrongAnswer as wrong:
        frames = frames_of(wrong.__cause__) if wrong.__cause__ else []
        return WRONG_ANSWER, submission.located(wrong, frames)
    except BaseException as error:
        where = submission.line(frames_of(error))
        if where:
            return WRONG_ANSWER, f"actual    {raised(error)}\nat        {where}"
        import traceback

        return OUR_FAULT, "".join(traceback.format_exception(error)).rstrip()[-2000:]
    return SOLVED, ""


def judge(
    submission: Submission,
    impostor: str | None = None,
    tell: Tell = lambda _: None,
    begin: Callable[[], None] = lambda: None,
) -> Verdict:
    """The verdict on a submission, or on an impostor made from it.

    `tell` hears, before each check, what the verdict is if nothing more is heard of it. Each check
    gets a module of its own, so that none spoils the next; `begin` is called before it is loaded.
    """
    names, bodies = tuple(checks), tuple(checks.values())  # whatever becomes of the dict
    if not names:
        return Verdict(OUR_FAULT, "checks.py has no checks")
    try:
        fresh = impostor_of(impostor, submission, bodies[0]) if impostor else submission.load
        for passed, body in enumerate(bodies):
            begin()
            module = fresh()
            tell(Verdict(WRONG_ANSWER, "", names, passed))
            outcome, message = outcome_of(body, module, submission)
            if outcome != SOLVED:
                return Verdict(outcome, message, names, passed)
    except Unusable as error:
        return Verdict(*error.args)
    return Verdict(SOLVED, "", names, len(names))


def flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):  # the learner's code may have closed or replaced it
            stream.flush()


def impostor_of(kind: str, solution: Submission, examples: Check) -> Callable[[], ModuleType]:
    if kind == "empty":
        return lambda: ModuleType(MODULE)
    made = Impostor(solution.load(), examples)
    return lambda: made.replay(first_only=kind == "constant")
