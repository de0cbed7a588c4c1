"""The order desks under servers of CPython, gunicorn and uvicorn, each in a process of its own."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import threading
from importlib.metadata import distribution
from typing import Any

import driving

PATIENCE = 20
started: list[int] = []


def gunicorn(listening: socket.socket, app: Any) -> None:
    from gunicorn.app.base import BaseApplication

    class Desk(BaseApplication):
        def load_config(self) -> None:
            self.cfg.set("bind", f"fd://{listening.fileno()}")
            self.cfg.set("loglevel", "critical")

        def load(self) -> Any:
            return app

    Desk().run()


def uvicorn(listening: socket.socket, app: Any) -> None:
    from uvicorn import Config, Server

    Server(Config(app, log_level="critical")).run(sockets=[listening])


def start(server: str, name: str, attribute: str = "app") -> int:
    """Starts one in a child process, which has all modules as they are here; its port."""
    app = getattr(__import__(name), attribute)
    listening = socket.create_server(("127.0.0.1", 0))
    child = os.fork()
    if child == 0:
        serve({"gunicorn": gunicorn, "uvicorn": uvicorn}[server], listening, app)
    started.append(child)
    port = listening.getsockname()[1]
    listening.close()
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


def stop() -> int:
    """Tells the one that was started last to end, as a deployment does; its exit status."""
    child = started.pop()
    os.kill(child, signal.SIGTERM)
    limit = threading.Timer(PATIENCE, os.kill, [child, signal.SIGKILL])
    limit.start()
    _, status = os.waitpid(child, 0)
    limit.cancel()
    return os.waitstatus_to_exitcode(status)


def importing(name: str) -> str:
    """What an import ends with."""
    try:
        __import__(name)
    except ImportError as error:
        return type(error).__name__
    return "imported"


def is_for_this_python(package: str) -> bool:
    """Whether the wheel of a compiled package was made for the Python that runs."""
    wheel = distribution(package).read_text("WHEEL") or ""
    made_for = wheel.partition("Tag: ")[2].partition("-")[0]
    return made_for == (sys.implementation.cache_tag or "").replace("cpython-", "cp")


def logged(name: str) -> list[str]:
    """The failing handler: what its one request writes to the log."""
    records: list[logging.LogRecord] = []
    log = logging.Handler()
    log.emit = records.append
    logging.getLogger().addHandler(log)
    driving.ask(name, "GET", "/broken")
    logging.getLogger().removeHandler(log)
    return [record.exc_info[0].__name__ for record in records if record.exc_info]


def answer(name: str, method: str, path: str, kind: str, body: str) -> driving.Answer:
    """What a server of another language asks an application that it has in it."""
    return driving.ask(name, method, path, kind, body)


if __name__ == "__main__":
    from http.client import HTTPConnection

    for server, name in (("gunicorn", "bare_app"), ("uvicorn", "fastapi_app")):
        connection = HTTPConnection("127.0.0.1", start(server, name), timeout=PATIENCE)
        connection.request("GET", "/orders/1")
        print(name, "under", server, "says", connection.getresponse().status)
        connection.close()
        print("it ends with", stop())
