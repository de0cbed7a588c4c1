"""WSGI applications under servers of CPython, each of which runs in a process of its own."""

from __future__ import annotations

import importlib
import io
import os
import select
import signal
import socket
from collections.abc import Callable, Iterator
from typing import Any

started: list[int] = []
told: list[int] = []  # where the workers of each say that they have been told to end, or have ended
PATIENCE = 20

Factory = Callable[[], Any]
Settings = dict[str, Any]


def gunicorn(listening: socket.socket, say: int, made: Factory, settings: Settings) -> None:
    from gunicorn.app.base import BaseApplication

    def says_that_it_is_told(worker: Any) -> None:
        def is_told(number: int, frame: Any) -> None:
            worker.handle_exit(number, frame)
            os.write(say, b".")

        signal.signal(signal.SIGTERM, is_told)

    class Hosted(BaseApplication):
        def load_config(self) -> None:
            self.cfg.set("bind", f"fd://{listening.fileno()}")
            self.cfg.set("loglevel", "critical")
            self.cfg.set("post_worker_init", says_that_it_is_told)
            self.cfg.set("child_exit", lambda master, worker: os.write(say, b"x"))
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            return made()

    Hosted().run()


def uvicorn(listening: socket.socket, say: int, made: Factory, settings: Settings) -> None:
    from a2wsgi import WSGIMiddleware
    from uvicorn import Config, Server

    app = WSGIMiddleware(made(), workers=40)
    Server(Config(app, log_level="critical")).run(sockets=[listening])


def wsgiref(listening: socket.socket, say: int, made: Factory, settings: Settings) -> None:
    """One request at a time. It knows no chunks, and leaves what an application does not read."""
    from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

    app = made()

    def reading(environ: dict[str, Any], start_response: Any) -> Any:
        body = environ["wsgi.input"]
        data = body.read(int(environ.get("CONTENT_LENGTH") or 0))
        if "HTTP_TRANSFER_ENCODING" in environ:
            data = unchunked(body)
        return app({**environ, "wsgi.input": io.BytesIO(data)}, start_response)

    class Silent(WSGIRequestHandler):
        def log_message(self, *what: Any) -> None:
            pass

    server = WSGIServer(listening.getsockname(), Silent, bind_and_activate=False)
    server.socket = listening
    server.server_name, server.server_port = listening.getsockname()
    server.setup_environ()
    server.set_app(reading)
    server.serve_forever()


def unchunked(body: Any) -> bytes:
    return b"".join(chunks(body))


def chunks(body: Any) -> Iterator[bytes]:
    """RFC 9112, 7.1: a line with the size, the bytes, and an empty line; at last one of size 0."""
    while size := int(body.readline(), 16):
        yield body.read(size)
        body.readline()
    body.readline()


def two_in_chunks(text: str) -> list[str]:
    """Two bodies, one behind the other."""
    body = io.BytesIO(text.encode())
    return [unchunked(body).decode(), unchunked(body).decode()]


SERVERS = {"gunicorn": gunicorn, "uvicorn": uvicorn, "wsgiref": wsgiref}


def start(server: str, application: str, arguments: list[Any], settings: Settings) -> int:
    """Starts one in a child process, which has all modules as they are here; its port."""
    module, _, name = application.rpartition(".")
    factory = getattr(importlib.import_module(module), name)
    listening = socket.create_server(("127.0.0.1", 0))
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # a body waits 40 ms else
    port = listening.getsockname()[1]
    hear, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        serve(SERVERS[server], listening, say, lambda: factory(*arguments), settings)
    os.setpgid(child, child)  # so that it can be killed with its workers
    started.append(child)
    told.append(hear)
    listening.close()
    os.close(say)
    return port


def serve(server: Callable[..., None], *how: Any) -> None:
    """Runs a server until it ends, and this process with it."""
    try:
        server(*how)
        os._exit(0)
    except SystemExit as end:
        os._exit(end.code)
    finally:
        os._exit(1)  # after any other exception


def ask_to_stop() -> None:
    """Tells the one that was started last to end, as a deployment does."""
    os.kill(started[-1], signal.SIGTERM)


def heard(times: int) -> str:
    """What the workers have said, as soon as it is so many letters."""
    letters = b""
    while len(letters) < times and select.select([told[-1]], [], [], PATIENCE)[0]:
        letters += os.read(told[-1], times)
    return letters.decode()


def end() -> int:
    """Waits until it has ended; its exit status."""
    child = started.pop()
    _, status = os.waitpid(child, 0)
    os.close(told.pop())
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
    print("servers:", *SERVERS)
    print("chunks:", *chunks(io.BytesIO(b"5\r\ntwo p\r\n4\r\narts\r\n0\r\n\r\n")))
