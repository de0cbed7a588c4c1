"""What goes back to a client: an answer, or why there is none (RFC 9457)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

JSON = "application/json"
PROBLEM = "application/problem+json"
Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Answer:
    status: int
    body: str
    headers: Headers = ()
    kind: str = JSON


class Refused(Exception):
    """Ends the handling of a request, and the transaction that it is in."""

    def __init__(self, status: int, title: str, *headers: tuple[str, str]) -> None:
        body = text({"status": status, "title": title})
        self.answer = Answer(status, body, headers, PROBLEM)


def text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


TRY_LATER = Refused(503, "try again later", ("Retry-After", "1")).answer
