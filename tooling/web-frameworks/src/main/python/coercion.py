"""What becomes of a quantity that is not quite an int, and of a date: by default, and strictly."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any
from uuid import UUID

from driving import by_asgi
from fastapi import FastAPI, Query
from pydantic import BaseModel, ConfigDict, Field

SENT = [2, "2", 2.0, True, 2.5, "two"]

app = FastAPI()


class Size(Enum):
    LARGE = "L"


class Order(BaseModel):
    qty: int = 1
    day: date | None = None
    key: UUID | None = None
    size: Size | None = None
    price: Decimal | None = None


RIGHT = {
    "day": "2026-11-30",
    "key": "12345678-1234-5678-1234-567812345678",
    "size": "L",
    "price": "1.50",
}


class StrictOrder(Order):
    model_config = ConfigDict(strict=True)


class StrictInOneField(Order):
    qty: Annotated[int, Field(strict=True)] = 1


@app.post("/by-default")
def by_default(order: Order) -> int:
    return order.qty


@app.post("/strict")
def strict(order: StrictOrder) -> int:
    return order.qty


@app.post("/strict-field")
def strict_field(order: StrictInOneField) -> int:
    return order.qty


@app.post("/by-hand")
def by_hand(order: dict[str, Any]) -> Any:
    try:
        return int(order["qty"])
    except ValueError:
        return 422


@app.get("/query")
def query(qty: int) -> int:
    return qty


@app.get("/strict-query")
def strict_query(qty: Annotated[int, Query(strict=True)]) -> int:
    return qty


def asked(method: str, path: str, body: str = "") -> Any:
    """The answer; its status if that is not 200."""
    status, _, text = asyncio.run(by_asgi(app, method, path, "application/json", body.encode()))
    return json.loads(text) if status == 200 else status


def posted(path: str) -> list[Any]:
    return [asked("POST", path, json.dumps({"qty": qty})) for qty in SENT]


def posted_right(path: str) -> list[Any]:
    """A right date, UUID, member of an enum, and decimal, one after the other."""
    return [asked("POST", path, json.dumps({name: RIGHT[name]})) for name in RIGHT]


def queried(path: str) -> list[Any]:
    return [asked("GET", f"{path}?qty={qty}") for qty in ("2", "two")]


if __name__ == "__main__":
    for path in ("/by-default", "/strict", "/strict-field"):
        print(path, posted(path), posted_right(path))
    print("/by-hand", posted("/by-hand"))
    print("/query", queried("/query"), queried("/strict-query"))
