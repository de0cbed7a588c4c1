"""Lets one thread overtake another at every possible point, none by chance.

    for step in overtakings(kata):
        first, second = step.calls(lambda: account.pay(5), lambda: account.pay(7))

An overtaking is forced, not waited for: the first thread is stopped before one bytecode
instruction of the learner's file until the second has made its whole call, or waits for a lock;
the next step stops it before the next instruction. `mutual_overtakings` stop both, for what
takes two, such as a lock that each thread makes for itself. Importing this module replaces the
locks of `threading` by ones that tell when somebody has to wait, so nothing here hangs on a
clock: the limits only end what would otherwise never end.
"""

from __future__ import annotations

import _thread
import contextlib
import linecache
import os.path
import sys
import threading
from collections.abc import Callable, Iterator
from itertools import count
from types import FrameType, ModuleType, TracebackType
from typing import Any

PATIENCE = 2  # seconds that a call may take
LITTLE_PATIENCE = 0.1  # with code that has been seen to wait for something else than a lock

# GraalPy traces lines only: it is stopped before each line, not inside of one.
INSTRUCTION = "opcode" if hasattr(sys._getframe(), "f_trace_opcodes") else "line"
if INSTRUCTION == "opcode":
    sys._getframe().f_trace_opcodes = True  # 3.12 heeds it in traces that begin after the first


class Flag:
    """What one thread sets and another waits for; an Event would take locks that tell of it.

    Only while nobody waits may it be cleared.
    """

    def __init__(self) -> None:
        self.lock = _thread.allocate_lock()
        self.lock.acquire()

    def set(self) -> None:
        with contextlib.suppress(RuntimeError):  # it is set
            self.lock.release()

    def clear(self) -> None:
        self.lock.acquire(False)

    def wait(self, seconds: float = -1) -> bool:
        """Whether it is set within that time, or for ever."""
        if not self.lock.acquire(True, seconds):
            return False
        self.set()
        return True


class Call:
    """A call in a thread of its own."""

    def __init__(self, function: Callable[[], Any]) -> None:
        self.function = function
        self.stopped = Flag()  # it has ended, or waits for a lock
        self.ended = Flag()
        self.thread = 0  # its identity, not the thread: that would keep its memory
        self.value: Any = None
        self.error: BaseException | None = None
        self.is_slow = False  # the first wait of it that has a time limit reaches that

    def start(self, trace: Callable | None = None) -> Call:
        _thread.start_new_thread(self.run, (trace,))  # a Thread would take locks that tell, too
        return self

    def run(self, trace: Callable | None) -> None:
        self.thread = threading.get_ident()
        self.goes_on()
        if self.is_slow:
            slow.add(self.thread)
        sys.settrace(trace)
        try:
            self.value = self.function()
        except BaseException as error:
            self.error = error
        finally:
            sys.settrace(None)
            on_waiting.pop(threading.get_ident(), None)
            slow.discard(self.thread)
            self.stopped.set()
            self.ended.set()

    def holds(self) -> None:
        """Called in its thread: until it goes on, a wait is not its own."""
        on_waiting.pop(threading.get_ident(), None)
        self.stopped.clear()

    def goes_on(self) -> None:
        """Called in its thread: the next wait for a lock stops it."""
        on_waiting[threading.get_ident()] = self.stopped.set

    def result(self) -> Any:
        """What the call returns, once it does; what it raises is raised here too."""
        if not self.ended.wait(PATIENCE):
            late = TimeoutError("the call does not return: its thread waits for ever")
            raise late.with_traceback(stack_of(self.thread))
        if self.error is not None:
            raise self.error
        return self.value


def stack_of(thread: int) -> TracebackType | None:
    """Where a thread is now, as if it had raised there."""
    stack = None
    frame = sys._current_frames().get(thread)
    while frame:
        stack = TracebackType(stack, frame, frame.f_lasti, frame.f_lineno)
        frame = frame.f_back
    return stack


class Step:
    """The first thread is overtaken by the second before its n-th instruction or line.

    With a `line`, the second thread stops before that line of its own until the first has made
    the rest of its call, or waits for a lock: they overtake each other.
    """

    def __init__(
        self, kata: ModuleType, patience: float, unit: str, number: int, line: int = 0
    ) -> None:
        self.names = kata.__dict__  # of all code that is in the module, from whichever file
        self.patience = patience
        self.unit = unit
        self.number = number
        self.line = line
        self.stopped = True
        self.where = self.where_back = ""

    def calls(self, first: Callable[[], Any], second: Callable[[], Any]) -> tuple[Call, Call]:
        """Both calls; the second comes after the first if that has no n-th instruction."""
        overtaken, overtaker = Call(first), Call(second)
        overtaker.is_slow = True

        def overtake(frame: FrameType) -> None:
            self.where = line_of(frame)
            overtaken.holds()
            overtaker.start(self.before("line", self.line, overtake_back))
            self.stopped = overtaker.stopped.wait(self.patience)
            overtaken.goes_on()

        def overtake_back(frame: FrameType) -> None:
            self.where_back = line_of(frame)
            overtaker.stopped.set()
            self.stopped = overtaken.stopped.wait(self.patience) and self.stopped

        overtaken.start(self.before(self.unit, self.number, overtake))
        overtaken.ended.wait(2 * PATIENCE)
        if not self.where:
            overtaker.start()
        return overtaken, overtaker

    def before(self, unit: str, number: int, act: Callable[[FrameType], None]) -> Callable | None:
        """A trace function that acts once, before the n-th instruction or line in the module."""
        passed = 0

        def trace(frame: FrameType, event: str, _: object) -> Callable | None:
            nonlocal passed
            if frame.f_globals is not self.names:
                return None
            if unit == "opcode":
                frame.f_trace_opcodes = True
            if event == unit:
                passed += 1
                if passed == number:
                    act(frame)
            return trace

        return trace if number else None

    def __str__(self) -> str:
        if not self.where:
            return "one thread after the other"
        back = f", and back at {self.where_back}" if self.where_back else ""
        return f"one overtaken at {self.where}{back}"


def line_of(frame: FrameType) -> str:
    file, line = frame.f_code.co_filename, frame.f_lineno or frame.f_code.co_firstlineno
    return f"{os.path.basename(file)}:{line}: {linecache.getline(file, line).strip()}"


def overtakings(kata: ModuleType) -> Iterator[Step]:
    """A step for each instruction of the first thread's call, and one after the last."""
    return steps(kata, INSTRUCTION, 0)


def mutual_overtakings(kata: ModuleType) -> Iterator[Step]:
    """A step for each line of the first thread's call with each line of the second's."""
    return steps(kata, "line", 1)


def steps(kata: ModuleType, unit: str, first_line: int) -> Iterator[Step]:
    patience: float = PATIENCE
    for number in count(1):
        for line in count(first_line):
            step = Step(kata, patience, unit, number, line)
            yield step
            if not step.where:
                return
            if not step.stopped:
                patience = LITTLE_PATIENCE
            if not step.where_back:
                break


on_waiting: dict[int, Callable[[], None]] = {}  # by the identity of the thread that will wait
slow: set[int] = set()  # the threads for which a time limit is over at once, once


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
        if timeout >= 0 and threading.get_ident() in slow:
            slow.discard(threading.get_ident())
            return False  # who is overtaken may stand still for longer than any limit
        return self.lock.acquire(True, timeout)

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *_: object) -> None:
        self.lock.release()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.lock, name)


class WaitingRLock(WaitingLock):
    make = staticmethod(threading.RLock)


threading.Lock = WaitingLock
threading._allocate_lock = WaitingLock  # what a Condition and a Semaphore wait for
threading.RLock = WaitingRLock
