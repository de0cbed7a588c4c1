"""The two ends of WSGI (PEP 3333): to send an answer, and to call an application."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any
from wsgiref.util import setup_testing_defaults

from api.answers import Answer

OF_CGI = {"CONTENT_TYPE", "CONTENT_LENGTH"}  # they have always had names without HTTP


def send(
    answer: Answer, environ: dict[str, Any], start_response: Callable[..., Any]
) -> list[bytes]:
    body = answer.body.encode()
    head = [("Content-Type", answer.kind), ("Content-Length", str(len(body))), *answer.headers]
    start_response(f"{answer.status} {HTTPStatus(answer.status).phrase}", head)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def call(
    app: Callable[..., Iterable[bytes]],
    method: str,
    target: str,
    headers: Iterable[Iterable[str]] = (),
    body: str = "",
) -> tuple[int, list[list[str]], str]:
    """What a server does with a request. Texts hold one byte in a character, as WSGI has it."""
    path, _, query = target.partition("?")
    data = body.encode("latin-1")
    environ: dict[str, Any] = {}
    setup_testing_defaults(environ)
    environ.update(
        {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_LENGTH": str(len(data)),
            "wsgi.input": io.BytesIO(data),
        }
    )
    for name, value in headers:
        key = name.upper().replace("-", "_")
        environ[key if key in OF_CGI else f"HTTP_{key}"] = value
    started: list[Any] = []
    parts = app(environ, lambda status, head, error=None: started.extend([status, head]))
    try:
        text = b"".join(parts).decode("latin-1")
    finally:
        if hasattr(parts, "close"):
            parts.close()
    status, head = started
    return int(status[:3]), [[name, value] for name, value in head], text
