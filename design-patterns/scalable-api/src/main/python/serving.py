"""The order desk under servers of CPython, gunicorn and uvicorn, each in a process of its own."""

from __future__ import annotations

import io
import os
import select
import shutil
import signal
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from api.answers import JSON
from api.app import App
from api.breaker import Breaker
from api.database import Database, connect, new
from api.gate import Gate
from api.limits import InDatabase
from trial.requests import NOON

started: list[int] = []
told: list[int] = []  # where the workers of each say that they have been told to end, or have ended
switches: list[Path] = []  # if there is such a file, that server is not ready
PATIENCE = 20


class Trial:
    """The application; paths that never end, and one that streams; a kill at the worst time."""

    def __init__(self, app: App) -> None:
        self.app = app

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        path = environ["PATH_INFO"]
        while path == "/spin":
            pass
        if path == "/wait":
            threading.Event().wait()
        if path == "/compute":  # in C, where no signal's handler runs
            sum(range(10**12))
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
    database = Breaker(connect(url), now, failures=3, pause=1000)
    return Trial(App(database, InDatabase(database, burst=1000, interval=1), lambda: NOON))


def now() -> int:
    return int(time.monotonic() * 1000)


def prepare(url: str) -> None:
    new(url, Emma=100, Dracula=0, closed=0, **{"Les Misérables": 3})


def gated(url: str) -> Gate:
    trial, switch = application(url), switches[-1]

    def is_ready() -> bool:
        return not switch.exists() and trial.app.is_ready()

    return Gate(trial, running=8, waiting=16, is_ready=is_ready)


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


def wsgiref(listening: socket.socket, say: int, url: str, settings: dict[str, Any]) -> None:
    """One request at a time. It knows no chunks, and leaves what an application does not read."""
    from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

    app = gated(url)

    def reading(environ: dict[str, Any], start_response: Any) -> Any:
        body = environ["wsgi.input"]
        data = body.read(int(environ.get("CONTENT_LENGTH") or 0))
        if "HTTP_TRANSFER_ENCODING" in environ:
            data = b"".join(chunks(body))
        return app({**environ, "wsgi.input": io.BytesIO(data)}, start_response)

    class Silent(WSGIRequestHandler):
        def log_message(self, *what: Any) -> None:
            pass

    server = WSGIServer(listening.getsockname(), Silent, bind_and_activate=False)
    server.socket.close()
    server.socket = listening
    server.server_name, server.server_port = listening.getsockname()
    server.setup_environ()
    server.set_app(reading)
    server.serve_forever()


def chunks(body: Any) -> Iterator[bytes]:
    """RFC 9112, 7.1: a line with the size, the bytes, and an empty line; at last one of size 0."""
    while size := int(body.readline(), 16):
        yield body.read(size)
        body.readline()
    body.readline()


SERVERS = {"gunicorn": gunicorn, "uvicorn": uvicorn, "wsgiref": wsgiref}


def start(server: str, url: str, settings: dict[str, Any]) -> int:
    """Starts one in a child process, which has all modules as they are here; its port."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=128)
    port = listening.getsockname()[1]
    hear, say = os.pipe()
    switches.append(Path(tempfile.mkdtemp()) / "off")
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        serve(SERVERS[server], listening, say, url, settings)
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
