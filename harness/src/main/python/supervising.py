"""A verdict within limits, whatever the learner's file does.

The checks run in a fork of this process, so that a file that never comes back, crashes, or ends
the interpreter gets its verdict too. Where there is no fork, they run in this process.
"""

from __future__ import annotations

import faulthandler
import json
import os
import re
import select
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from typing import IO, Any, NoReturn

import guard
from judging import Submission, flush
from verdict import IMPORT_ERROR, LIMIT_HIT, OUR_FAULT, Verdict

GRACE = 1.0  # seconds for a process that stops itself and says where it was, before it is killed
STACK_SIZE = 1 << 19  # bytes of each thread: many threads, in a limited address space
FRAME = re.compile(r'^  File "(.+)", line (\d+) in ', re.MULTILINE)
STACK = re.compile(r"^(?:Current thread|Thread) .*$", re.MULTILINE)

end_process = os._exit  # the guard replaces it, against accidents

Judge = Callable[..., Verdict]  # as `judging.judge`, but for what `tell` it gets


def within_limits(judge: Judge, submission: Submission, seconds: float) -> Verdict:
    """The verdict of a child process; if it gives none, how it ended makes one."""
    faulthandler.cancel_dump_traceback_later()  # from here on the limit is the child's
    if not hasattr(os, "fork"):
        limit(submission, seconds, sys.__stderr__)
        verdict = judge()
        flush()
        return verdict
    reading, writing = os.pipe()
    with tempfile.TemporaryFile() as dump:
        child = os.fork()
        if child == 0:
            os.close(reading)
            work(judge, submission, seconds, writing, dump)
        os.close(writing)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
        try:
            said, is_late = all_of(reading, seconds + GRACE)
        except KeyboardInterrupt:
            sys.exit(128 + signal.SIGINT)
        finally:
            os.kill(child, signal.SIGKILL)  # it has said all, or its time is up
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        dump.seek(0)
        stacks = dump.read().decode()
    if not said:
        return Verdict(OUR_FAULT, f"the checks ended with status {status} and no verdict")
    is_final, outcome, message, checks, passed = json.loads(said.splitlines()[-1])
    verdict = Verdict(outcome, message, tuple(checks), passed)
    if is_final:
        return verdict
    if is_late or stacks.startswith("Timeout"):
        outcome, why = LIMIT_HIT, f"limit     {seconds:g} s are up"
    elif status < 0:
        why = f"actual    {signal.Signals(-status).name} ends the interpreter"
    else:
        why = f"actual    ends the interpreter with status {status}"
    where = submission.located(why, learners_frame(submission, stacks))
    return verdict._replace(outcome=outcome, message=where)


def work(
    judge: Judge, submission: Submission, seconds: float, writing: int, dump: IO[bytes]
) -> NoReturn:
    """The child: tells how far it is, and the verdict at the end, as lines of JSON."""

    def tell(verdict: Verdict, is_final: bool = False) -> None:
        guard.new_check()
        os.write(writing, json.dumps([is_final, *verdict]).encode() + b"\n")

    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        limit(submission, seconds, dump)
        tell(Verdict(IMPORT_ERROR))
        tell(judge(tell), is_final=True)
        flush()
    except BaseException:
        tell(Verdict(OUR_FAULT, traceback.format_exc()[-2000:]), is_final=True)
    finally:
        end_process(0)


def limit(submission: Submission, seconds: float, dump: IO[Any]) -> None:
    """Sets this process its limits; `dump` gets the stacks of all threads if they are hit."""
    faulthandler.enable(dump)
    faulthandler.dump_traceback_later(seconds, exit=True, file=dump)
    threading.stack_size(STACK_SIZE)
    guard.on(kept=list(submission.layers))


def all_of(reading: int, seconds: float) -> tuple[str, bool]:
    """What comes until the other end is closed, and whether that took too long."""
    deadline = time.monotonic() + seconds
    said = b""
    while True:
        ready, _, _ = select.select([reading], [], [], max(deadline - time.monotonic(), 0))
        part = os.read(reading, 1 << 16) if ready else b""
        if not part:
            return said.decode(), not ready
        said += part


def learners_frame(submission: Submission, stacks: str) -> list[traceback.FrameSummary]:
    """The learner's line that was running; of several threads' the main one's, or the newest's."""
    escaped = {
        str(file).encode("ascii", "backslashreplace").decode(): file for file in submission.layers
    }
    newest_first = STACK.split(stacks)[1:]
    for stack in [*newest_first[-1:], *newest_first]:
        for file, line in FRAME.findall(stack):
            if file in escaped:
                return [traceback.FrameSummary(str(escaped[file]), int(line), "")]
    return []
