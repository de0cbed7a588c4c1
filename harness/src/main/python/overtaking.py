"""Lets one thread overtake another at every possible point, none by chance.

    for step in overtakings(kata):
        first, second = step.calls(lambda: account.pay(5), lambda: account.pay(7))

An overtaking is forced, not waited for: the first thread is stopped before one bytecode
instruction of the learner's file until the second has made its whole call, or waits for a lock;
the next step stops it before the next instruction. Importing this module replaces the locks
of `threading` by ones that tell when somebody has to wait, so nothing here hangs on a clock:
the limits only end what would otherwise never end.
"""

from __future__ import annotations

import linecache
import sys
import threading
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

PATIENCE = 2  # seconds that a call may take
LITTLE_PATIENCE = 0.1  # with code that has been seen to wait for something else than a lock

# GraalPy traces lines only: it is stopped before each line, not inside of one.
INSTRUCTION = "opcode" if hasattr(sys._getframe(), "f_trace_opcodes") else "line"


class Call:
    """A call in a thread of its own."""

    def __init__(self, function: Callable[[], Any], trace: Callable | None = None) -> None:
        self.function = function
        self.trace = trace
        self.ended = threading.Event()
        self.value: Any = None
        self.error: BaseException | None = None
        threading.Thread(target=self.run, daemon=True).start()

    def run(self) -> None:
        sys.settrace(self.trace)
        try:
            self.value = self.function()
        except BaseException as error:
            self.error = error
        finally:
            sys.settrace(None)
            self.ended.set()

    def result(self) -> Any:
        """What the call returns, once it does; what it raises is raised here too."""
        if not self.ended.wait(PATIENCE):
            raise TimeoutError("the call does not return: its thread waits for ever")
        if self.error is not None:
            raise self.error
        return self.value


class Step:
    """The first thread is overtaken by the second before its n-th instruction."""

    def __init__(self, number: int, kata: ModuleType, patience: float) -> None:
        self.number = number
        self.names = kata.__dict__  # of all code that is in the module, from whichever file
        self.patience = patience
        self.stopped = True
        self.where = ""
        self.overtaker: Call | None = None

    def calls(self, first: Callable[[], Any], second: Callable[[], Any]) -> tuple[Call, Call]:
        """Both calls; the second comes after the first if that has no n-th instruction."""
        instructions = 0

        def trace(frame: FrameType, event: str, _: object) -> Callable | None:
            nonlocal instructions
            if frame.f_globals is not self.names:
                return None
            if INSTRUCTION == "opcode":
                frame.f_trace_opcodes = True
            if event == INSTRUCTION:
                instructions += 1
                if instructions == self.number:
                    self.where = line_of(frame)
                    self.overtake(second)
            return trace

        overtaken = Call(first, trace)
        overtaken.ended.wait(2 * PATIENCE)
        return overtaken, self.overtaker or Call(second)

    def overtake(self, function: Callable[[], Any]) -> None:
        stopped = threading.Event()  # it has ended, or waits for a lock

        def call() -> Any:
            on_waiting[threading.get_ident()] = stopped.set
            try:
                return function()
            finally:
                on_waiting.pop(threading.get_ident(), None)
                stopped.set()

        self.overtaker = Call(call)
        self.stopped = stopped.wait(self.patience)

    def __str__(self) -> str:
        return f"one overtaken at {self.where}" if self.where else "one thread after the other"


def line_of(frame: FrameType) -> str:
    file, line = frame.f_code.co_filename, frame.f_lineno or frame.f_code.co_firstlineno
    return f"{Path(file).name}:{line}: {linecache.getline(file, line).strip()}"


def overtakings(kata: ModuleType) -> Iterator[Step]:
    """A step for each instruction of the first thread's call, and one after the last."""
    patience: float = PATIENCE
    for number in count(1):
        step = Step(number, kata, patience)
        yield step
        if step.overtaker is None:
            return
        if not step.stopped:
            patience = LITTLE_PATIENCE


on_waiting: dict[int, Callable[[], None]] = {}  # by the identity of the thread that will wait


class WaitingLock:
    """A lock that tells before its caller has to wait."""

    make = staticmethod(threading.Lock)

    def __init__(self) -> None:
        self.lock = self.make()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        if self.lock.acquire(False):
            return True
        if not blocking:
            return False
        on_waiting.pop(threading.get_ident(), lambda: None)()
        return self.lock.acquire(True, timeout)

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.lock.release()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.lock, name)


class WaitingRLock(WaitingLock):
    make = staticmethod(threading.RLock)


for name, lock in (
    ("Lock", WaitingLock),
    ("RLock", WaitingRLock),
    ("_allocate_lock", WaitingLock),  # what a Condition and a Semaphore wait for
):
    setattr(threading, name, lock)
