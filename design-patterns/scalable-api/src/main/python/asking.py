"""Requests of every kind, without a server between: which status has the answer?"""

from __future__ import annotations

import json
from typing import Any

from api import database
from api.app import MOST_BYTES
from api.replies import call
from trial.requests import desk

JSON = "application/json"
ORDER = '{"book": "Emma", "copies": 1}'


def asked(url: str) -> dict[str, Any]:
    app = desk(database.new(url, Emma=100))
    for _ in range(11):
        post(app, ORDER)
    return {
        "copies": [
            post(app, f'{{"book": "Emma", "copies": {copies}}}')
            for copies in ("1", "2", "0", "-1", "true", "1.0", '"1"', "null", "Infinity")
        ],
        "books": [
            post(app, f'{{"book": {book}, "copies": 1}}')
            for book in ('"Emma"', "1", "null", '""', f'"{"E" * 80}"', f'"{"E" * 81}"', '"\\u0000"')
        ],
        "bodies": [
            post(app, body) for body in (ORDER, "[]", "1", "", "{}", ORDER[:-1] + ', "gift": 1}')
        ],
        "types": [
            post(app, ORDER, kind=kind)
            for kind in (JSON, f"{JSON}; charset=utf-8", "text/plain", "")
        ],
        "lengths": [
            post(app, ORDER + " " * (MOST_BYTES + more - len(ORDER))) for more in (0, 1, 2000)
        ],
        "sizes": [
            get(app, f"/orders?size={size}") for size in ("1", "100", "0", "101", "-1", "x", "")
        ],
        "cursors": [get(app, "/orders?after="), get(app, "/orders?after=x")],
        "keys": [post(app, ORDER, key=key) for key in ("k" * 80, "k" * 81, "\0")],
        "clients": [get(app, "/orders", client) for client in ("c" * 40, "c" * 41, "\0")],
        "chunked": [post(app, ORDER, coding=coding) for coding in ("Chunked", "gzip")],
        "no connection is free": [get(desk(Busy()), "/orders"), retry_after(desk(Busy()))],
        "paths": [
            get(app, path)
            for path in ("/orders", "/books/Emma", "/books/", "/books", "/order", "/")
        ],
        "methods": [
            call(app, method, path, [("X-Client", "Ada")])[0]
            for path in ("/orders", "/books/Emma")
            for method in ("GET", "HEAD", "PUT")
        ],
        "by default": len(get_page(app)),
        "allowed": [allowed(app, path) for path in ("/orders", "/books/Emma")],
    }


numbers = iter(range(1_000_000))


class Busy:
    """A database that has no connection left."""

    def transaction(self) -> Any:
        raise database.Unavailable


def post(app: Any, body: str, kind: str = JSON, key: str | None = None, coding: str = "") -> int:
    """With a coding, the length is not told."""
    key = key or f"key-{next(numbers)}"
    headers = [("X-Client", "Ada"), ("Idempotency-Key", key), ("Content-Type", kind)]
    if not coding:
        return call(app, "POST", "/orders", headers, body)[0]

    def without_length(environ: dict[str, Any], start_response: Any) -> Any:
        return app({**environ, "CONTENT_LENGTH": ""}, start_response)

    headers.append(("Transfer-Encoding", coding))
    return call(without_length, "POST", "/orders", headers, body)[0]


def get(app: Any, target: str, client: str = "Ada") -> int:
    return call(app, "GET", target, [("X-Client", client)])[0]


def retry_after(app: Any) -> str:
    return dict(call(app, "GET", "/orders", [("X-Client", "Ada")])[1])["Retry-After"]


def get_page(app: Any) -> Any:
    return json.loads(call(app, "GET", "/orders", [("X-Client", "Ada")])[2])["orders"]


def allowed(app: Any, path: str) -> str:
    return dict(call(app, "PUT", path)[1])["Allow"]


if __name__ == "__main__":
    for what, statuses in asked("sqlite:").items():
        print(what, statuses)
