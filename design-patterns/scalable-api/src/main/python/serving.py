"""The order desk as servers run it, with paths that a proof needs."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from api.answers import JSON
from api.app import App
from api.breaker import Breaker
from api.database import Database, connect, new
from api.gate import Gate
from api.limits import InDatabase
from trial.requests import NOON

FAILURES, PAUSE = 3, 1000  # of the database, after which it is left alone, and for how long


class Trial:
    """The application; a path that never ends, one that streams, and a kill at the worst time."""

    def __init__(self, app: App) -> None:
        self.app = app

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        path = environ["PATH_INFO"]
        while path == "/spin":
            pass
        if path == "/stream":
            start_response("200 OK", [("Content-Type", JSON)])
            return Stream(self.app.database)
        parts = self.app(environ, start_response)
        if "HTTP_X_KILL" in environ:  # what it has done is committed, and not answered
            os.kill(os.getpid(), signal.SIGKILL)
        return parts


class Stream:
    """An answer in three parts. A server calls close when all are sent, and that is counted."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def __iter__(self) -> Iterator[bytes]:
        yield from (b'{"parts"', b": ", b"3}")

    def close(self) -> None:
        with self.database.transaction() as transaction:
            transaction.change("UPDATE stock SET copies = copies + 1 WHERE book = 'closed'")


def application(url: str) -> Trial:
    """What a server runs. On a JVM each context has one, and the gate stands before all of them."""
    database = Breaker(connect(url), now, FAILURES, PAUSE)
    return Trial(App(database, InDatabase(database, burst=1000, interval=1), lambda: NOON))


def now() -> int:
    return int(time.monotonic() * 1000)


def prepare(url: str) -> None:
    new(url, Emma=100, Dracula=0, closed=0, **{"Les Misérables": 3})


def gated(url: str, switch: str) -> Gate:
    """If there is a file of that name, no worker of this machine is ready."""
    trial, off = application(url), Path(switch)

    def is_ready() -> bool:
        return not off.exists() and trial.app.is_ready()

    return behind_gate(trial, is_ready)


def behind_gate(app: Any, is_ready: Callable[[], bool]) -> Gate:
    return Gate(app, running=8, waiting=16, is_ready=is_ready)


if __name__ == "__main__":
    from api.replies import call

    app = Gate(App(new("sqlite:", Emma=3), None, lambda: NOON), running=8, waiting=16)
    for path in ("/health", "/books/Emma", "/books/Dracula"):
        print("GET", path, *call(app, "GET", path))
