"""Requests to the order desk, without a server between."""

from __future__ import annotations

from typing import Any

from api.answers import text
from api.app import App
from api.database import Database
from api.replies import call

NOON = 1_800_000_000_000
COPIES = 1000  # enough for all


class NoLimits:
    def wait(self, client: str, now: int) -> int:
        return 0


def desk(database: Database, limits: Any = None) -> App:
    return App(database, limits or NoLimits(), lambda: NOON)


def order(
    app: Any, key: str | None, book: str = "Emma", copies: Any = 1, client: str = "Ada"
) -> tuple[int, Any, str]:
    headers = [("X-Client", client), ("Content-Type", "application/json")]
    if key is not None:
        headers.append(("Idempotency-Key", key))
    return call(app, "POST", "/orders", headers, text({"book": book, "copies": copies}))


def get(app: Any, path: str) -> tuple[int, Any, str]:
    return call(app, "GET", path)
