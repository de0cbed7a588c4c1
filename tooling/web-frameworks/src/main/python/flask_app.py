"""The order desk on Flask: it decides how requests are routed, and little else."""

from __future__ import annotations

import json
from typing import Any

from desk import MOST_BYTES, PROBLEM, SECRET, Invalid, desk, parse
from flask import Flask, Response, abort, request, url_for
from werkzeug.exceptions import HTTPException

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES


@app.post("/orders")
def place() -> tuple[Any, int, dict[str, str]]:
    order = desk.place(*parse(request.get_json()))
    return order, 201, {"Location": url_for("find", number=order["number"])}


@app.get("/orders/<int:number>")
def find(number: int) -> Any:
    return desk.find(number) or abort(404)


@app.get("/broken")
def broken() -> Any:
    raise RuntimeError(SECRET)


@app.errorhandler(Invalid)
def invalid(error: Invalid) -> Response:
    return Response(json.dumps({"status": 422}), 422, content_type=PROBLEM)


@app.errorhandler(HTTPException)
def refused(error: HTTPException) -> Any:
    response: Any = error.get_response()
    response.data = json.dumps({"status": error.code})
    response.content_type = PROBLEM
    return response


if __name__ == "__main__":
    from driving import shown

    shown("flask_app")
