"""What a framework adds to a request: orders placed without a socket, without and with a query."""

from __future__ import annotations

import asyncio
import functools
from typing import Any

import driving
from desk import Desk, desk

ROWS = 20_000
ORDER = b'{"sku": "LAMP", "qty": 2}'
REQUEST = "POST", "/orders", "application/json", ORDER


@functools.cache
def database() -> Any:
    import sqlite3  # native: on GraalPy, one context of a JVM may load it

    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute("CREATE TABLE sold (sku TEXT, qty INTEGER)")
    rows = ((f"SKU-{number % 50}", 1) for number in range(ROWS))
    connection.executemany("INSERT INTO sold VALUES (?, ?)", rows)
    return connection


def place_after_a_query(sku: str, qty: int) -> Any:
    query = "SELECT sum(qty) FROM sold WHERE sku = ?"
    assert database().execute(query, ("SKU-7",)).fetchone() == (ROWS // 50,)
    return Desk.place(desk, sku, qty)


def served(framework: str, requests: int, is_querying: bool = False) -> int:
    """The sum of the statuses of so many orders."""
    app = __import__(f"{framework.lower()}_app").app
    desk.orders.clear()
    desk.__dict__.pop("place", None)
    if is_querying:
        desk.__dict__["place"] = place_after_a_query
    if framework == "FastAPI":
        return asyncio.run(by_asgi(app, requests))
    return sum(driving.by_wsgi(app, *REQUEST)[0] for _ in range(requests))


async def by_asgi(app: Any, requests: int) -> int:
    return sum([(await driving.by_asgi(app, *REQUEST))[0] for _ in range(requests)])
