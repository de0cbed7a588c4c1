"""What a correct mini_app does."""

from __future__ import annotations

import io
import json
import os
import re
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
from collections.abc import Callable
from types import ModuleType
from typing import Any
from wsgiref.util import is_hop_by_hop, setup_testing_defaults

from checking import attempt, check, expect, main

LAMP = '{"customer": "Ada", "sku": "LAMP"}'


class Connection(io.BytesIO):
    """The client waits for the answer and keeps it open: who reads on, waits for ever."""

    def __init__(self, sent: bytes) -> None:
        super().__init__(sent)
        self.left = len(sent)
        self.is_overrun = False

    def read(self, size: Any = -1) -> bytes:
        if size is None or size < 0 or size > self.left:
            self.is_overrun = True
            size = self.left
        self.left -= size
        return super().read(size)

    def readline(self, size: Any = -1) -> bytes:
        self.is_overrun |= size is None or size < 0 or size > self.left
        line = super().readline(size)
        self.left -= len(line)
        return line


class Answered:
    """A request to an application, and all that comes of it."""

    def __init__(
        self, app: Any, method: str, path: str, body: str | bytes = "", **environ: Any
    ) -> None:
        sent = body.encode() if isinstance(body, str) else body
        self.connection = Connection(sent)
        self.starts: list[tuple[Any, ...]] = []
        self.started_late = False
        given = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "wsgi.input": self.connection,
        }
        if sent:  # without a body, the key is absent: a server may leave it out
            given["CONTENT_LENGTH"] = str(len(sent))
        given |= environ
        setup_testing_defaults(given)
        returned = app(given, self.start_response)
        self.started_late = not self.starts
        self.parts = list(returned)

    def start_response(self, *arguments: Any) -> Callable[[bytes], None]:
        self.starts.append(arguments)
        return lambda data: None

    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.decode() for part in self.parts)

    def names(self) -> list[str]:
        return sorted(name.lower() for name, _ in self.starts[-1][1])

    def headers(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.starts[-1][1]}

    def status(self) -> int:
        return int(self.starts[-1][0].split()[0])


def made(kata: ModuleType) -> Any:
    return attempt("mini_app()", lambda: kata.mini_app(), "an application")


def shown(method: str, path: str, body: Any) -> str:
    return f"{method} {path[:40]} {body}".rstrip()


def asked(app: Any, method: str, path: str, body: Any = "", **environ: Any) -> Answered:
    return attempt(shown(method, path, body), lambda: Answered(app, method, path, body, **environ))


def answers(app: Any, method: str, path: str, body: Any = "", *, gives: list[Any]) -> Answered:
    """The status and the object of an answer."""
    call = shown(method, path, body)
    kept: list[Answered] = []

    def answer() -> list[Any]:
        kept.append(Answered(app, method, path, body))
        return [kept[0].status(), json.loads(kept[0].text())]

    expect(call, answer, gives=gives)
    return kept[0]


def refuses(app: Any, method: str, path: str, body: Any = "", *, status: int) -> Answered:
    return answers(app, method, path, body, gives=[status, {"error": status}])


@check("the example of the task holds")
def example(kata: ModuleType) -> None:
    refuses(made(kata), "GET", "/orders/1", status=404)


@check("an order is placed, found, and counted for its customer")
def placing(kata: ModuleType) -> None:
    app = made(kata)
    for number in (1, 2):
        order = {"customer": "Ada", "sku": "LAMP", "id": number}
        placed = answers(app, "POST", "/orders", LAMP, gives=[201, order])
        expect(
            "Location",
            lambda placed=placed: placed.headers()["location"],
            gives=f"/orders/{number}",
        )
    for number in (1, 2, 1):
        order = {"customer": "Ada", "sku": "LAMP", "id": number}
        answers(app, "GET", f"/orders/{number}", gives=[200, order])
    refuses(app, "GET", "/orders/3", status=404)
    refuses(app, "GET", "/orders/0", status=404)
    answers(app, "POST", "/orders", '{"id": 9}', gives=[201, {"id": 3}])
    answers(app, "POST", "/orders", '{"customer": 1}', gives=[201, {"customer": 1, "id": 4}])
    answers(app, "POST", "/orders", "{}", gives=[201, {"id": 5}])
    refuses(app, "GET", "/orders/9", status=404)
    answers(app, "GET", "/customers/Ada", gives=[200, {"customer": "Ada", "orders": 2}])
    answers(app, "GET", "/customers/Bob", gives=[200, {"customer": "Bob", "orders": 0}])
    for name in ("ADA", "None", "1"):
        answers(app, "GET", f"/customers/{name}", gives=[200, {"customer": name, "orders": 0}])
    answers(app, "GET", "/customers/a/b", gives=[200, {"customer": "a/b", "orders": 0}])
    answers(app, "GET", "/customers/a\nb", gives=[200, {"customer": "a\nb", "orders": 0}])


@check("another path is 404, whatever the method")
def paths(kata: ModuleType) -> None:
    app = made(kata)
    answers(app, "POST", "/orders", LAMP, gives=[201, {"customer": "Ada", "sku": "LAMP", "id": 1}])
    for path in (
        "",
        "/",
        "/order",
        "/orders/",
        "/orders/x",
        "/orders/1/",
        "/orders/1x",
        "/orders/1\n",
        "/orders/" + "1" * 5000,
        "/orders/" + "\u0661".encode().decode("latin-1"),
        "/customers/",
        "/customers/\xff",
    ):
        refuses(app, "GET", path, status=404)
    for path in ("/orders/-1", "/orders/²".encode().decode("latin-1"), "/a/orders", "/customers"):
        refuses(app, "POST", path, status=404)


@check("another method is 405 and says what is allowed, also where no such order is")
def methods(kata: ModuleType) -> None:
    app = made(kata)
    for method, path, allowed in [
        ("PUT", "/orders", "POST"),
        ("GET", "/orders", "POST"),
        ("POST", "/orders/7", "GET"),
        ("DELETE", "/orders/7", "GET"),
        ("POST", "/customers/Ada", "GET"),
    ]:
        answered = refuses(app, method, path, LAMP, status=405)
        expect(
            f"{method} {path}: Allow", lambda a=answered: a.headers().get("allow"), gives=allowed
        )
    refuses(app, "GET", "/orders/1", status=404)


@check("a body that is no JSON object is 400, and nothing is kept")
def bodies(kata: ModuleType) -> None:
    app = made(kata)
    for body in ("", "{", "[]", '"text"', "1", "null", "[1]", "\ufeff", b"\xff", b'{"a": "\xff"}'):
        refuses(app, "POST", "/orders", body, status=400)
    refuses(app, "GET", "/orders/1", status=404)
    answers(app, "POST", "/orders", "{}", gives=[201, {"id": 1}])


@check("the body is read to its end and no further, and not at all if there is none")
def lengths(kata: ModuleType) -> None:
    app = made(kata)
    for method, path, body in [("POST", "/orders", LAMP), ("POST", "/orders", "")]:
        answered = asked(app, method, path, body)
        expect(
            f"{method} {path} {body}: reads beyond its end",
            lambda answered=answered: answered.connection.is_overrun,
            gives=False,
        )
    more = asked(app, "POST", "/orders", "{}{", CONTENT_LENGTH="2")
    expect("POST /orders, the next request behind the body", more.status, gives=201)
    for environ in ({"CONTENT_LENGTH": ""}, {"CONTENT_LENGTH": "0"}):
        none = asked(app, "POST", "/orders", **environ)
        expect(f"POST /orders, {environ}", none.status, gives=400)


@check("every answer is bytes, with their number and their type")
def answering(kata: ModuleType) -> None:
    app = made(kata)
    for method, path, body in REQUESTS:
        answered = asked(app, method, path, body)
        call = f"{method} {path} {body}".rstrip()
        expect(
            f"types of the parts of {call}",
            lambda answered=answered: {type(part).__name__ for part in answered.parts},
            gives={"bytes"},
        )
        expect(
            f"Content-Length and Content-Type of {call}",
            lambda answered=answered: [
                answered.headers().get("content-length"),
                answered.headers().get("content-type"),
            ],
            gives=[str(len(b"".join(answered.parts))), "application/json"],
        )
        expect(
            f"headers of {call}: twice, or between two machines only",
            lambda answered=answered: [
                name
                for name in answered.names()
                if answered.names().count(name) > 1 or is_hop_by_hop(name)
            ],
            gives=[],
        )
        expect(
            f"headers of {call}: Location and Allow",
            lambda answered=answered: [
                name for name in ("allow", "location") if name in answered.names()
            ],
            gives={201: ["location"], 405: ["allow"]}.get(answered.status(), []),
        )


REQUESTS = [
    ("POST", "/orders", '{"customer": "Zoë"}'),
    ("GET", "/orders/1", ""),
    ("GET", "/customers/Zo\xc3\xab", ""),
    ("POST", "/orders", "{"),
    ("GET", "/orders/7", ""),
    ("PUT", "/orders", ""),
    ("GET", "/", ""),
]


@check("start_response is called once, before the application returns, with texts")
def starting(kata: ModuleType) -> None:
    app = made(kata)
    for method, path, body in REQUESTS:
        answered = asked(app, method, path, body)
        call = f"{method} {path} {body}".rstrip()
        expect(f"calls of {call}", lambda a=answered: len(a.starts), gives=1)
        expect(f"late, {call}", lambda a=answered: a.started_late, gives=False)
        expect(f"status and headers of {call}", lambda a=answered: shape(a.starts[0]), gives=True)


def shape(start: tuple[Any, ...]) -> bool:
    is_status = type(start[0]) is str and re.fullmatch(r"[1-5]\d\d .*\S", start[0]) is not None
    return is_status and type(start[1]) is list and all(map(is_pair, start[1]))


def is_pair(header: Any) -> bool:
    return type(header) is tuple and list(map(type, header)) == [str, str]


@check("a name is read as UTF-8, and its escapes are not undone again")
def names(kata: ModuleType) -> None:
    app = made(kata)
    for name in ("Zoë", "50%25", "a+b", "%", "漢字"):
        sent = "/customers/" + name.encode().decode("latin-1")
        order = {"customer": name}
        asked(app, "POST", "/orders", json.dumps(order))
        answers(app, "GET", sent, gives=[200, {"customer": name, "orders": 1}])


@check("each application has its own orders")
def independent(kata: ModuleType) -> None:
    one, other = made(kata), made(kata)
    asked(one, "POST", "/orders", LAMP)
    refuses(other, "GET", "/orders/1", status=404)
    answers(other, "POST", "/orders", "{}", gives=[201, {"id": 1}])
    answers(one, "GET", "/orders/1", gives=[200, {"customer": "Ada", "sku": "LAMP", "id": 1}])


if __name__ == "__main__":
    main()
