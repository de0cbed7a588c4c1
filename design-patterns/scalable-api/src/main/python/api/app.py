"""The API itself: a WSGI callable without any state of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs

from api import orders, pages
from api.answers import TRY_LATER, Answer, Refused, text
from api.database import Database, Unavailable
from api.replies import send

MOST_BYTES = 4096  # of a body
MOST_ROWS = 100  # of a page
LONGEST = {"client": 40, "key": 80, "book": 80}  # as the tables have it
Environ = dict[str, Any]


class App:
    def __init__(self, database: Database, limits: Any, clock: Callable[[], int]) -> None:
        self.database = database
        self.limits = limits
        self.clock = clock

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        try:
            answer = self.answer(environ)
        except Refused as refused:
            answer = refused.answer
        except Unavailable:
            answer = TRY_LATER
        return send(answer, environ, start_response)

    def is_ready(self) -> bool:
        """Asks the database: where a breaker stands before it, this is also what closes it."""
        try:
            with self.database.transaction() as transaction:
                transaction.query("SELECT 1")
        except Unavailable:
            return False
        return True

    def answer(self, environ: Environ) -> Answer:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        method = environ["REQUEST_METHOD"]
        if path == "/orders":
            handlers = {"GET": self.orders, "HEAD": self.orders, "POST": self.order}
        elif path.startswith("/books/"):
            handlers = {"GET": self.book, "HEAD": self.book}
        else:
            raise Refused(404, "there is nothing here")
        if method not in handlers:
            raise Refused(405, "not for this", ("Allow", ", ".join(handlers)))
        return handlers[method](environ, path)

    def order(self, environ: Environ, path: str) -> Answer:
        client, key = client_of(environ), environ.get("HTTP_IDEMPOTENCY_KEY")
        if key is None:
            raise Refused(400, "an Idempotency-Key is needed")
        fits("key", key)
        self.within_limits(client)
        order = order_in(environ)
        return orders.place(self.database, client, key, order, self.clock())

    def orders(self, environ: Environ, path: str) -> Answer:
        query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
        try:
            size = int(query.get("size", ["10"])[0])
        except ValueError:
            size = 0
        if not 1 <= size <= MOST_ROWS:
            raise Refused(400, f"size is from 1 to {MOST_ROWS}")
        cursor = query.get("after", [None])[0]
        rows, following = pages.by_key(self.database, client_of(environ), size, cursor)
        return Answer(200, text({"orders": rows, "next": following}))

    def book(self, environ: Environ, path: str) -> Answer:
        book = path.removeprefix("/books/")
        with self.database.transaction() as transaction:
            found = transaction.query("SELECT copies FROM stock WHERE book = %s", book)
        if not found:
            raise Refused(404, "no such book")
        return Answer(200, text({"book": book, "copies": found[0][0]}))

    def within_limits(self, client: str) -> None:
        wait = self.limits.wait(client, self.clock())
        if wait:
            raise Refused(429, "too many requests", ("Retry-After", str(-(-wait // 1000))))


def client_of(environ: Environ) -> str:
    """Who asks; in production it is read from a signed token."""
    try:
        return fits("client", environ["HTTP_X_CLIENT"])
    except KeyError:
        raise Refused(401, "who are you?") from None


def fits(what: str, value: str) -> str:
    """The value, if the database can keep it."""
    if len(value) > LONGEST[what] or "\0" in value:
        raise Refused(400, f"a {what} has at most {LONGEST[what]} characters")
    return value


def order_in(environ: Environ) -> dict[str, Any]:
    if environ.get("CONTENT_TYPE", "").partition(";")[0] != "application/json":
        raise Refused(415, "application/json is needed")
    try:
        order = json.loads(body_of(environ), parse_constant=not_a_number)
    except ValueError:
        raise Refused(400, "this is not JSON") from None
    if not isinstance(order, dict):
        raise Refused(400, "an order is an object")
    book, copies = order.get("book"), order.get("copies")
    if not isinstance(book, str) or type(copies) is not int or copies < 1:
        raise Refused(400, "an order has a book and a number of copies")
    return {"book": fits("book", book), "copies": copies}


def body_of(environ: Environ) -> bytes:
    """A chunked request has no length, so what comes is read until it ends or is too long."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    if environ.get("HTTP_TRANSFER_ENCODING", "").lower() == "chunked":
        length = MOST_BYTES + 1
    body = environ["wsgi.input"].read(min(length, MOST_BYTES + 1))
    if len(body) > MOST_BYTES:
        raise Refused(413, f"at most {MOST_BYTES} bytes")
    return body


def not_a_number(name: str) -> Any:
    raise ValueError(name)
