"""The order desk under servers of CPython, gunicorn and uvicorn, each in a process of its own."""

from __future__ import annotations

import os
import select
import shutil
import signal
import socket
import tempfile
import threading
from pathlib import Path
from typing import Any

from api.app import App
from api.database import connect, new
from api.gate import Gate
from api.limits import InDatabase
from trial.requests import NOON

started: list[int] = []
told: list[int] = []  # where the workers of each say that they have been told to end, or have ended
switches: list[Path] = []  # if there is such a file, that server is not ready
PATIENCE = 20


class Trial:
    """The application; handlers that never end, at three paths; a kill at the worst time."""

    def __init__(self, app: Any) -> None:
        self.app = app

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        path = environ["PATH_INFO"]
        while path == "/spin":
            pass
        if path == "/wait":
            threading.Event().wait()
        if path == "/compute":  # in C, where no signal's handler runs
            sum(range(10**12))
        parts = self.app(environ, start_response)
        if "HTTP_X_KILL" in environ:  # what it has done is committed, and not answered
            os.kill(os.getpid(), signal.SIGKILL)
        return parts


def application(url: str) -> Trial:
    """What a server runs. On a JVM each context has one, and the gate stands before all of them."""
    database = connect(url)
    return Trial(App(database, InDatabase(database, burst=1000, interval=1), lambda: NOON))


def prepare(url: str) -> None:
    new(url, Emma=100, Dracula=0, **{"Les Misérables": 3})


def gated(url: str) -> Gate:
    return Gate(application(url), running=8, waiting=16, off=switches[-1])


def gunicorn(listening: socket.socket, say: int, url: str, settings: dict[str, Any]) -> None:
    from gunicorn.app.base import BaseApplication

    def says_that_it_is_told(worker: Any) -> None:
        def is_told(number: int, frame: Any) -> None:
            worker.handle_exit(number, frame)
            os.write(say, b".")

        signal.signal(signal.SIGTERM, is_told)

    class Desk(BaseApplication):
        def load_config(self) -> None:
            self.cfg.set("bind", f"fd://{listening.fileno()}")
            self.cfg.set("loglevel", "critical")
            self.cfg.set("post_worker_init", says_that_it_is_told)
            self.cfg.set("child_exit", lambda master, worker: os.write(say, b"x"))
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Gate:
            return gated(url)

    Desk().run()


def uvicorn(listening: socket.socket, say: int, url: str, settings: dict[str, Any]) -> None:
    from a2wsgi import WSGIMiddleware
    from uvicorn import Config, Server

    app = WSGIMiddleware(gated(url), workers=40)
    Server(Config(app, log_level="critical", **settings)).run(sockets=[listening])


def start(server: str, url: str, settings: dict[str, Any]) -> int:
    """Starts one in a child process, which has all modules as they are here; its port."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=128)
    port = listening.getsockname()[1]
    hear, say = os.pipe()
    switches.append(Path(tempfile.mkdtemp()) / "off")
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        serve({"gunicorn": gunicorn, "uvicorn": uvicorn}[server], listening, say, url, settings)
    os.setpgid(child, child)  # so that it can be killed with its workers
    started.append(child)
    told.append(hear)
    listening.close()
    os.close(say)
    return port


def serve(server: Any, *how: Any) -> None:
    """Runs a server until it ends, and this process with it."""
    status = 1
    try:
        server(*how)
        status = 0
    except SystemExit as end:
        status = end.code or 0
    finally:
        os._exit(status)


def ask_to_stop() -> None:
    """Tells the one that was started last to end, as a deployment does."""
    os.kill(started[-1], signal.SIGTERM)


def wait_until_told() -> None:
    assert heard(1) == 1, "it has not been told"


def heard(times: int) -> int:
    """How many of so many workers have said something."""
    for number in range(times):
        if not select.select([told[-1]], [], [], PATIENCE)[0]:
            return number
        os.read(told[-1], 1)
    return times


def turn_readiness_off() -> None:
    switches[-1].touch()


def end() -> int:
    """Waits until it has ended; its exit status."""
    child = started.pop()
    limit = threading.Timer(PATIENCE, os.killpg, [child, signal.SIGKILL])
    limit.start()
    _, status = os.waitpid(child, 0)
    limit.cancel()
    os.close(told.pop())
    shutil.rmtree(switches.pop().parent)
    return os.waitstatus_to_exitcode(status)


def kill() -> int:
    """Ends master and workers without telling them."""
    os.killpg(started[-1], signal.SIGKILL)
    return end()


def end_all() -> None:
    """Kills what is still there."""
    while started:
        kill()


def stop() -> int:
    ask_to_stop()
    return end()


if __name__ == "__main__":
    from api import database
    from api.replies import call

    app = Gate(App(database.new("sqlite:", Emma=3), None, lambda: NOON), running=8, waiting=16)
    for path in ("/health", "/books/Emma", "/books/Dracula"):
        print("GET", path, *call(app, "GET", path))
