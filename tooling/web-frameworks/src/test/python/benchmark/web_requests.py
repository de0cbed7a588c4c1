"""What a framework adds to a request: orders placed without a socket, and after a query."""

from __future__ import annotations

import asyncio
import functools
from typing import Any

import driving
from desk import Desk, desk

ROWS, SKUS = 20_000, 50
ORDER = b'{"sku": "LAMP", "qty": 2}'


@functools.cache
def database() -> Any:
    import sqlite3

    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute("CREATE TABLE sold (sku TEXT, qty INTEGER)")
    rows = ((f"SKU-{number % SKUS}", 1) for number in range(ROWS))
    connection.executemany("INSERT INTO sold VALUES (?, ?)", rows)
    connection.execute("CREATE INDEX by_sku ON sold (sku)")
    return connection


def place_after_a_query(sku: str, qty: int) -> Any:
    """How much of something has been sold: 400 rows, found by an index."""
    query = "SELECT sum(qty) FROM sold WHERE sku = ?"
    assert database().execute(query, ("SKU-7",)).fetchone() == (ROWS // SKUS,)
    return Desk.place(desk, sku, qty)


def served(framework: str, requests: int, is_querying: bool = False) -> int:
    """The sum of the statuses of so many orders."""
    desk.orders.clear()
    desk.__dict__.pop("place", None)
    if is_querying:
        desk.__dict__["place"] = place_after_a_query
    if framework == "FastAPI, async def":
        app, path = __import__("async_orders").app, "/async-orders"
        return asyncio.run(by_asgi(app, path, requests))
    if framework == "FastAPI, def":
        return asyncio.run(by_asgi(__import__("fastapi_app").app, "/orders", requests))
    app = __import__(f"{framework.lower()}_app").app
    answers = (driving.by_wsgi(app, *asking("/orders")) for _ in range(requests))
    return sum(status for status, *_ in answers)


async def by_asgi(app: Any, path: str, requests: int) -> int:
    answers = [await driving.by_asgi(app, *asking(path)) for _ in range(requests)]
    return sum(status for status, *_ in answers)


def asking(path: str) -> tuple[str, str, str, bytes]:
    return "POST", path, "application/json", ORDER
