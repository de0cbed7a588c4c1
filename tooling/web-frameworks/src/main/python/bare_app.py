"""The order desk on bare WSGI (PEP 3333): nobody decides anything for us."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from desk import MOST_BYTES, PROBLEM, SECRET, Invalid, desk, parse

Answer = tuple[int, dict[str, str], Any]


class Refused(Exception):
    def __init__(self, status: int, **headers: str) -> None:
        self.status, self.headers = status, headers


def place(environ: dict[str, Any]) -> Answer:
    length = int(environ.get("CONTENT_LENGTH") or 0)  # a body in chunks has none
    if length > MOST_BYTES:
        raise Refused(413)
    try:
        data = json.loads(environ["wsgi.input"].read(length))
    except ValueError:
        raise Refused(400) from None
    order = desk.place(*parse(data))
    return 201, {"Location": f"/orders/{order['number']}"}, order


def find(environ: dict[str, Any], number: str) -> Answer:
    order = desk.find(int(number))
    if order is None:
        raise Refused(404)
    return 200, {}, order


def broken(environ: dict[str, Any]) -> Answer:
    raise RuntimeError(SECRET)


ROUTES: list[tuple[str, dict[str, Callable[..., Answer]]]] = [
    ("/orders", {"POST": place}),
    ("/orders/([0-9]{1,9})", {"GET": find}),
    ("/broken", {"GET": broken}),
]


def route(environ: dict[str, Any]) -> Answer:
    for pattern, methods in ROUTES:
        if match := re.fullmatch(pattern, environ["PATH_INFO"]):
            if environ["REQUEST_METHOD"] not in methods:
                raise Refused(405, Allow=", ".join(methods))
            return methods[environ["REQUEST_METHOD"]](environ, *match.groups())
    raise Refused(404)


def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    try:
        status, headers, data = route(environ)
    except Invalid:
        status, headers, data = 422, {}, None
    except Refused as refused:
        status, headers, data = refused.status, refused.headers, None
    except Exception:
        logging.getLogger(__name__).exception("a handler failed")
        status, headers, data = 500, {}, None
    body = json.dumps(data or {"status": status}).encode()
    headers["Content-Type"] = "application/json" if data else PROBLEM
    headers["Content-Length"] = str(len(body))
    start_response(f"{status} {HTTPStatus(status).phrase}", list(headers.items()))
    return [body]


if __name__ == "__main__":
    from driving import shown

    shown("bare_app")
