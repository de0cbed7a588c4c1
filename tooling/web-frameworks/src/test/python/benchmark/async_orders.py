"""The handler of FastAPI's desk as an `async def`: nothing in it waits, so no thread is needed."""

from __future__ import annotations

from fastapi import Response
from fastapi_app import NewOrder, Order, app
from fastapi_app import place as place_in_a_thread


@app.post("/async-orders", status_code=201)
async def place(new: NewOrder, response: Response) -> Order:
    return place_in_a_thread(new, response)
