"""The strict model is strict in name only."""

from __future__ import annotations

import asyncio
import json
from typing import Annotated, Any

from driving import by_asgi
from fastapi import FastAPI, Query
from pydantic import BaseModel, ConfigDict

SENT = ["2", 2.0, True, 2.5, "two"]

app = FastAPI()


class Order(BaseModel):
    qty: int


class StrictOrder(Order):
    model_config = ConfigDict(strict=False)


@app.post("/by-default")
def by_default(order: Order) -> int:
    return order.qty


@app.post("/strict")
def strict(order: StrictOrder) -> int:
    return order.qty


@app.get("/query")
def query(qty: int) -> int:
    return qty


@app.get("/strict-query")
def strict_query(qty: Annotated[int, Query(strict=True)]) -> int:
    return qty


@app.post("/called-int")
def called_int(order: dict[str, Any]) -> Any:
    try:
        return int(order["qty"])
    except ValueError:
        return 422


@app.post("/looked-at")
def looked_at(order: dict[str, Any]) -> Any:
    qty = order["qty"]
    return qty if type(qty) is int else 422


def asked(method: str, path: str, body: str = "") -> Any:
    """The answer; its status if that is not 200."""
    status, _, text = asyncio.run(by_asgi(app, method, path, "application/json", body.encode()))
    return json.loads(text) if status == 200 else status


def posted(path: str) -> list[Any]:
    return [asked("POST", path, json.dumps({"qty": qty})) for qty in (2, *SENT)]


def queried(path: str) -> list[Any]:
    return [asked("GET", f"{path}?qty={qty}") for qty in ("2", "two")]


if __name__ == "__main__":
    for path in ("/by-default", "/strict", "/called-int", "/looked-at"):
        print(path, posted(path))
    print("/query", queried("/query"), queried("/strict-query"))
