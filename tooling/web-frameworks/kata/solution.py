"""A table of paths and methods, one way out, and no state but the application's own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Answer = tuple[int, dict[str, Any], dict[str, str]]


class Refused(Exception):
    def __init__(self, status: int, **headers: str) -> None:
        self.status, self.headers = status, headers


class Desk:
    def __init__(self) -> None:
        self.orders: dict[str, dict[str, Any]] = {}
        self.routes = [
            ("/orders", "POST", self.place),
            ("/orders/([0-9]+)", "GET", self.find),
            ("(?s)/customers/(.+)", "GET", self.count),
        ]

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        try:
            status, data, headers = self.answer(environ)
        except Refused as refused:
            status, headers = refused.status, refused.headers
            data = {"error": status}
        body = json.dumps(data).encode()
        headers |= {"Content-Type": "application/json", "Content-Length": str(len(body))}
        start_response(f"{status} {HTTPStatus(status).phrase}", list(headers.items()))
        return [body]

    def answer(self, environ: dict[str, Any]) -> Answer:
        try:
            path = self.path(environ)
        except UnicodeDecodeError:
            raise Refused(404) from None
        for pattern, method, handler in self.routes:
            if match := re.fullmatch(pattern, path):
                if environ["REQUEST_METHOD"] != method:
                    raise self.not_allowed(method)
                return handler(environ, *match.groups())
        raise Refused(404)

    def not_allowed(self, method: str) -> Refused:
        return Refused(405, Allow=method)

    def path(self, environ: dict[str, Any]) -> str:
        return environ["PATH_INFO"].encode("latin-1").decode()

    def body(self, environ: dict[str, Any]) -> bytes:
        return environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))

    def place(self, environ: dict[str, Any]) -> Answer:
        try:
            data = json.loads(self.body(environ))
        except ValueError:
            raise Refused(400) from None
        if not isinstance(data, dict):
            raise Refused(400)
        number = len(self.orders) + 1
        self.orders[str(number)] = data | {"id": number}
        return 201, self.orders[str(number)], {"Location": f"/orders/{number}"}

    def find(self, environ: dict[str, Any], number: str) -> Answer:
        if number not in self.orders:
            raise Refused(404)
        return 200, self.orders[number], {}

    def count(self, environ: dict[str, Any], name: str) -> Answer:
        number = sum(order.get("customer") == name for order in self.orders.values())
        return 200, {"customer": name, "orders": number}, {}


def mini_app() -> App:
    return Desk()
