"""Two layers around a handler, in all four: who sees what, and in which order?"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import Http404, HttpResponse
from django.urls import path as route
from driving import by_asgi, by_wsgi
from fastapi import FastAPI, HTTPException, Request, Response
from flask import Flask, abort, request

LAYERS = ["outer", "inner"]
REFUSED = "/refused"  # by the outer layer
events: list[str] = []


def note(*words: Any) -> None:
    events.append(" ".join(map(str, words)))


def handler(environ: Any, start_response: Any) -> Any:
    note("handler")
    if environ["PATH_INFO"] == "/fails":
        raise RuntimeError
    start_response("404 Not Found" if environ["PATH_INFO"] == "/missing" else "200 OK", [])
    return []


def wrapped(name: str, app: Any) -> Any:
    """A layer of WSGI around an application."""

    def layer(environ: Any, start_response: Any) -> Any:
        def started(status: str, *more: Any) -> Any:
            note(name, "sees", status[:3])
            return start_response(status, *more)

        note(name)
        if environ["PATH_INFO"] == REFUSED:
            start_response("403 Forbidden", [])
            return []
        try:
            return app(environ, started)
        except Exception as error:
            note(name, "sees", type(error).__name__)
            raise

    return layer


def bare() -> Any:
    return wrapped("outer", wrapped("inner", handler))


def flask_desk() -> Flask:
    app = Flask(__name__)

    @app.get("/<what>")
    def handler(what: str) -> str:
        note("handler")
        if what == "fails":
            raise RuntimeError
        if what == "missing":
            abort(404)
        return ""

    return app


def flask_wrapped() -> Flask:
    """Flask's documented place for middleware: around `wsgi_app`."""
    app = flask_desk()
    for name in reversed(LAYERS):
        app.wsgi_app = wrapped(name, app.wsgi_app)
    return app


def flask_hooks() -> Flask:
    app = flask_desk()
    for name in LAYERS:

        @app.before_request
        def before(name: str = name) -> Any:
            note(name)
            return ("", 403) if request.path == REFUSED else None

        @app.after_request
        def after(response: Any, name: str = name) -> Any:
            note(name, "sees", response.status_code)
            return response

    return app


def view(request: Any, what: str) -> HttpResponse:
    note("handler")
    if what == "fails":
        raise RuntimeError
    if what == "missing":
        raise Http404
    return HttpResponse()


def django_layer(name: str) -> Callable[[Any], Any]:
    def made(get_response: Any) -> Any:
        def layer(request: Any) -> Any:
            note(name)
            if request.path == REFUSED:
                return HttpResponse(status=403)
            try:
                response = get_response(request)
            except Exception as error:
                note(name, "sees", type(error).__name__)
                raise
            note(name, "sees", response.status_code)
            return response

        return layer

    return made


outer, inner = map(django_layer, LAYERS)
urlpatterns = [route("<what>", view)]


def django_project() -> Any:
    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"],
        MIDDLEWARE=[f"{__name__}.{name}" for name in LAYERS],
        ROOT_URLCONF=__name__,
    )
    django.setup()
    return get_wsgi_application()


def fastapi(handlers: Any = None) -> Any:
    app = FastAPI(exception_handlers=handlers)

    @app.get("/{what}")
    def handler(what: str) -> str:
        note("handler")
        if what == "fails":
            raise RuntimeError
        if what == "missing":
            raise HTTPException(404)
        return ""

    for name in reversed(LAYERS):  # the one that is added last is the outermost

        @app.middleware("http")
        async def layer(request: Request, call_next: Any, name: str = name) -> Response:
            note(name)
            if request.url.path == REFUSED:
                return Response(status_code=403)
            try:
                response = await call_next(request)
            except Exception as error:
                note(name, "sees", type(error).__name__)
                raise
            note(name, "sees", response.status_code)
            return response

    return app


def failed(request: Request, error: Exception) -> Response:
    return Response(status_code=500)


WAYS: dict[str, Callable[[], Any]] = {
    "bare": bare,
    "Flask, hooks": flask_hooks,
    "Flask, wsgi_app": flask_wrapped,
    "Django": django_project,
    "FastAPI": fastapi,
    "FastAPI, handler": lambda: fastapi({RuntimeError: failed}),
}


def seen(way: str) -> dict[str, list[str]]:
    """The events of requests: answered, nothing found, refused by the outer layer, failed."""
    logging.disable()
    app = WAYS[way]()
    return {what: asked(app, f"/{what}") for what in ("works", "missing", "refused", "fails")}


def asked(app: Any, path: str) -> list[str]:
    events.clear()
    try:
        if isinstance(app, FastAPI):
            status, *_ = asyncio.run(by_asgi(app, "GET", path))
        else:
            status, *_ = by_wsgi(app, "GET", path)
    except RuntimeError:
        status = "an exception"
    return [*events, f"the server gets {status}"]


if __name__ == "__main__":
    for way in WAYS:
        for what, order in seen(way).items():
            print(f"{way}, {what}:", ", ".join(order))
