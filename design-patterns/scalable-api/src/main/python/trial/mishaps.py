"""Databases in which something happens at a chosen step."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from api.database import Database, Row, Transaction, connect

PATIENCE = 30

Work = Callable[[Database, Callable[[], object]], Any]


class Crash(BaseException):
    """Leaves all blocks, as if the process ended here; where it really is killed, see KillAt."""


class Stepping:
    """Calls `step` before each statement, before each commit, and after it."""

    def __init__(self, database: Database, step: Callable[[], None]) -> None:
        self.database = database
        self.step = step

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        with self.database.transaction() as transaction:
            yield Steps(transaction, self.step)
            self.step()
        self.step()


class Steps:
    def __init__(self, transaction: Transaction, step: Callable[[], None]) -> None:
        self.transaction = transaction
        self.step = step

    def query(self, sql: str, *values: Any) -> list[Row]:
        self.step()
        return self.transaction.query(sql, *values)

    def change(self, sql: str, *values: Any) -> int:
        self.step()
        return self.transaction.change(sql, *values)


class CrashAt:
    """A step that crashes when it is taken for the n-th time."""

    def __init__(self, number: int) -> None:
        self.left = number
        self.has_crashed = False

    def __call__(self) -> None:
        self.left -= 1
        if self.left == 0:
            self.has_crashed = True
            self.crash()

    def crash(self) -> None:
        raise Crash


class KillAt(CrashAt):
    """The same, but the process is killed: no block is left, nothing is tidied up."""

    def crash(self) -> None:
        os.kill(os.getpid(), signal.SIGKILL)


def crashes(work: Work, books: Database, url: str, step: int) -> bool:
    """Whether work has as many steps; it crashes at this one."""
    crash = CrashAt(step)
    with suppress(Crash):
        work(books, crash)
    return crash.has_crashed


def is_killed(work: Work, books: Database, url: str, step: int) -> bool:
    """The same in a process of its own, with its own connections (CPython)."""
    process = os.fork()
    if process == 0:
        signal.alarm(PATIENCE)
        try:
            work(connect(url), KillAt(step))
        finally:
            os._exit(0)
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status) == -signal.SIGKILL


STOPS = {"crash": crashes, "kill": is_killed}


class Meeting:
    """Each thread's first transaction goes on when all threads have begun one."""

    def __init__(self, database: Database, threads: int) -> None:
        self.database = database
        self.barrier = threading.Barrier(threads, timeout=PATIENCE)
        self.met: set[int] = set()

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        with self.database.transaction() as transaction:
            self.meet()
            yield transaction

    def meet(self) -> None:
        thread = threading.get_ident()
        if thread not in self.met:
            self.met.add(thread)
            self.barrier.wait()


class MeetingToWrite(Meeting):
    """Each thread's first change waits until all threads are about to change something."""

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        with self.database.transaction() as transaction:
            yield Writing(transaction, self)


class Writing:
    def __init__(self, transaction: Transaction, meeting: MeetingToWrite) -> None:
        self.query = transaction.query
        self.write = transaction.change
        self.meeting = meeting

    def change(self, sql: str, *values: Any) -> int:
        self.meeting.meet()
        return self.write(sql, *values)


def at_once(work: Callable[[int], Any], times: int) -> list[Any]:
    """The results of `work(0)`, `work(1)` and so on, each in a thread of its own."""
    results: list[Any] = [None] * times

    def run(number: int) -> None:
        results[number] = work(number)

    threads = [Thread(target=run, args=[number]) for number in range(times)]
    for thread in threads:
        thread.start()
    join(*threads)
    return results


class Thread(threading.Thread):
    """One whose exception is not printed, but raised where it is joined."""

    failed: BaseException | None = None

    def run(self) -> None:
        try:
            super().run()
        except BaseException as failed:
            self.failed = failed


def join(*threads: Thread) -> None:
    """Waits for all, then raises what one of them has raised."""
    for thread in threads:
        thread.join(PATIENCE)
    still = [thread.name for thread in threads if thread.is_alive()]
    assert not still, f"still running after {PATIENCE} seconds each: {still}"
    for thread in threads:
        if thread.failed:
            raise thread.failed


def wait_for(changed: threading.Condition, is_true: Callable[[], bool]) -> None:
    """Until something is so. If it never is, what would be seen afterwards proves nothing."""
    with changed:
        assert changed.wait_for(is_true, PATIENCE), f"not within {PATIENCE} seconds"
