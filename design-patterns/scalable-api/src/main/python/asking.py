"""Requests of any kind, without a server between: what does the desk answer to each?"""

from __future__ import annotations

from typing import Any
from wsgiref.validate import validator

from api import database
from api.replies import call
from serving import Trial
from trial.requests import desk, get

Request = list[Any]  # method, target, headers and body


def answers(url: str, requests: list[Request]) -> list[Any]:
    """Of one desk, one after the other: status, headers and body of each. WSGI's rules are kept."""
    app = validator(desk(database.new(url, Emma=100)))
    return [call(app, *request) for request in requests]


def without_a_connection(request: Request) -> Any:
    return call(desk(Busy()), *request)


def streamed(url: str) -> list[str]:
    """An answer that is a stream, and how often it was closed."""
    app = Trial(desk(database.new(url, closed=0)))
    return [get(app, path)[2] for path in ("/stream", "/books/closed")]


class Busy:
    """A database that has no connection left."""

    def transaction(self) -> Any:
        raise database.Unavailable


if __name__ == "__main__":
    who = [("X-Client", "Ada")]
    for method, target in (("GET", "/orders"), ("HEAD", "/books/Emma"), ("PUT", "/orders")):
        print(method, target, answers("sqlite:", [[method, target, who, ""]]))
    print("no connection is free:", without_a_connection(["GET", "/orders", who, ""]))
