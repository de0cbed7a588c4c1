"""The order desk on FastAPI: annotations are the contract, and it checks and documents them."""

from __future__ import annotations

from typing import Any

from desk import MOST_BYTES, PROBLEM, SECRET, desk
from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, PositiveInt
from starlette.exceptions import HTTPException as AnyHTTPException


class NewOrder(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")
    sku: str = Field(min_length=1)
    qty: PositiveInt


class Order(NewOrder):
    number: int


app = FastAPI(max_body_size=MOST_BYTES)


@app.post("/orders", status_code=201)
def place(new: NewOrder, response: Response) -> Order:
    order = desk.place(new.sku, new.qty)
    response.headers["Location"] = app.url_path_for("find", number=order["number"])
    return Order(**order)


@app.get("/orders/{number:int}")
def find(number: int) -> Order:
    order = desk.find(number)
    if order is None:
        raise HTTPException(404)
    return Order(**order)


@app.get("/broken")
def broken() -> None:
    raise RuntimeError(SECRET)


def problem(status: int, headers: Any = None) -> Response:
    return JSONResponse({"status": status}, status, headers, PROBLEM)


@app.exception_handler(AnyHTTPException)
def refused(request: Request, error: AnyHTTPException) -> Response:
    return problem(error.status_code, error.headers)


@app.exception_handler(RequestValidationError)
def invalid(request: Request, error: RequestValidationError) -> Response:
    return problem(400 if error.errors()[0]["type"] == "json_invalid" else 422)


@app.exception_handler(Exception)
def failed(request: Request, error: Exception) -> Response:
    return problem(500)


if __name__ == "__main__":
    from driving import shown

    shown("fastapi_app")
