"""Requests that never end, one after the other, in one thread. What does their deadline end?"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

SOON = 0.05  # of a second; what is waited for never comes
LONG = 20


class Endless:
    """Two handlers that do not end before the proof lets them go: one waits, the other loops."""

    def __init__(self) -> None:
        self.let_go = threading.Event()

    def wait(self) -> int:
        self.let_go.wait()
        return 200

    def loop(self) -> int:
        while not self.let_go.wait(0.001):
            pass
        return 200


class Desk:
    """One thread; when a request misses its deadline, another thread takes its place, or not."""

    def __init__(self, replaces: bool) -> None:
        self.replaces = replaces
        self.pool = one_thread()
        self.begun: list[Future[int]] = []

    def answer(self, work: Callable[[], int], deadline: float) -> int:
        """504 when the deadline has passed; the thread is not told, because it cannot be."""
        self.begun.append(self.pool.submit(work))
        try:
            return self.begun[-1].result(deadline)
        except TimeoutError:
            if self.replaces:
                self.pool.shutdown(wait=False)
                self.pool = one_thread()
            return 504


def one_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1)


def two_and_one_more(replaces: bool) -> dict[str, Any]:
    """Two requests that never end, and an ordinary one; then the two are let go."""
    endless, desk = Endless(), Desk(replaces)
    answers = [desk.answer(endless.wait, SOON), desk.answer(endless.loop, SOON)]
    answers.append(desk.answer(lambda: 200, LONG if replaces else SOON))
    running = sum(each.running() for each in desk.begun)
    endless.let_go.set()
    later = [each.result(LONG) for each in desk.begun]
    return {"answers": answers, "still running": running, "let go": later}


def application(*_: Any) -> Callable[..., list[bytes]]:
    """Three paths that never end, for what can be ended from outside."""

    def app(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        path = environ["PATH_INFO"]
        while path == "/spin":
            pass
        if path == "/wait":
            threading.Event().wait()
        if path == "/compute":  # in C, where no signal's handler runs
            sum(range(10**12))
        start_response("200 OK", [])
        return []

    return app


if __name__ == "__main__":
    for replaces in (False, True):
        print("replaced:" if replaces else "not replaced:", two_and_one_more(replaces))
