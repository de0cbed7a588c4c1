"""Flask as it is out of the box: its own pages of HTML for what it refuses."""

from __future__ import annotations

from typing import Any

from desk import Invalid, desk, parse
from flask import Flask, abort, request, url_for

app = Flask(__name__)


@app.post("/orders")
def place() -> tuple[Any, int, dict[str, str]]:
    order = desk.place(*parse(request.get_json()))
    return order, 201, {"Location": url_for("find", number=order["number"])}


@app.get("/orders/<int:number>")
def find(number: int) -> Any:
    return desk.find(number) or abort(404)


@app.errorhandler(Invalid)
def invalid(error: Invalid) -> tuple[str, int]:
    return "", 422
