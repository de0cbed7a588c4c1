"""Asks an application without a server between: by WSGI, or by ASGI."""

from __future__ import annotations

import asyncio
import io
from typing import Any
from wsgiref.util import setup_testing_defaults

Answer = tuple[int, dict[str, str], str]
BASE: dict[str, Any] = {}
setup_testing_defaults(BASE)


def by_wsgi(app: Any, method: str, path: str, kind: str = "", body: bytes = b"") -> Answer:
    environ = BASE | {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "CONTENT_TYPE": kind,
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
    }
    started: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
        started.append((status, headers))

    parts = app(environ, start_response)
    try:
        text = b"".join(parts).decode()
    finally:
        if hasattr(parts, "close"):
            parts.close()
    status, headers = started[-1]
    return int(status[:3]), dict(headers), text


async def by_asgi(app: Any, method: str, path: str, kind: str = "", body: bytes = b"") -> Answer:
    path, _, query = path.partition("?")
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [
            (b"host", b"127.0.0.1"),
            (b"content-type", kind.encode()),
            (b"content-length", str(len(body)).encode()),
        ],
    }
    requests = [{"type": "http.request", "body": body}]
    sent: list[Any] = []

    async def receive() -> Any:
        if not requests:  # the client is still there, and has no more to say
            await asyncio.Event().wait()
        return requests.pop()

    async def send(message: Any) -> None:
        sent.append(message)

    try:
        await app(scope, receive, send)
    except Exception:
        if not sent:  # Starlette answers 500 and raises all the same: the server is to log it
            raise
    headers = {name.decode().title(): value.decode() for name, value in sent[0]["headers"]}
    text = b"".join(message.get("body", b"") for message in sent[1:]).decode()
    return sent[0]["status"], headers, text


def ask(name: str, method: str, path: str, kind: str = "", body: str = "") -> Answer:
    """One of the four, by its module's name."""
    app = __import__(name).app
    if name == "fastapi_app":
        return asyncio.run(by_asgi(app, method, path, kind, body.encode()))
    return by_wsgi(app, method, path, kind, body.encode())


def shown(name: str) -> None:
    order = '{"sku": "LAMP", "qty": 2}'
    print(*ask(name, "POST", "/orders", "application/json", order))
    print(*ask(name, "GET", "/orders/1"))
    print(*ask(name, "POST", "/orders", "application/json", order.replace("2", '"2"')))
    print(*ask(name, "DELETE", "/orders"))


if __name__ == "__main__":
    shown("bare_app")
