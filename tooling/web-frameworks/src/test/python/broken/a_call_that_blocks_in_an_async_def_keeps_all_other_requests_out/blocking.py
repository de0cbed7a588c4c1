"""The handler that is to block is a plain def."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import django
from django.conf import settings
from django.core.exceptions import SynchronousOnlyOperation
from django.db import connection
from driving import by_asgi
from fastapi import FastAPI

GENEROUS, IN_VAIN = 20.0, 0.05  # seconds: they only end what would wait for ever


class Company:
    """A wait that is over when so many are waiting; it counts how many were there together."""

    def __init__(self, wanted: int) -> None:
        self.wanted = wanted
        self.lock = threading.Lock()
        self.complete = threading.Event()
        self.inside = self.most = self.in_vain = 0

    def enter(self) -> None:
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
            if self.inside == self.wanted:
                self.complete.set()

    def leave(self, is_complete: bool) -> None:
        with self.lock:
            self.inside -= 1
            self.in_vain += not is_complete

    def wait(self, seconds: float) -> None:
        """Blocks the thread, as a database driver or `requests` does."""
        self.enter()
        self.leave(self.complete.wait(seconds))

    async def wait_cooperatively(self) -> None:
        """Lets the event loop serve others, as an async driver does."""
        self.enter()
        async with asyncio.timeout(GENEROUS):
            while not self.complete.is_set():
                await asyncio.sleep(0)
        self.leave(True)


def desk(company: Company) -> FastAPI:
    app = FastAPI()

    @app.get("/async-blocking")
    def async_blocking() -> None:
        company.wait(IN_VAIN)

    @app.get("/def")
    def plain() -> None:
        company.wait(GENEROUS)

    @app.get("/async-await")
    async def async_await() -> None:
        await company.wait_cooperatively()

    return app


def together(path: str, requests: int = 10, wanted: int = 10) -> dict[str, Any]:
    """How many requests were in the handler at the same time, and how many waited in vain."""
    company = Company(wanted)
    app = desk(company)

    async def all_at_once() -> list[int]:
        answers = await asyncio.gather(*(by_asgi(app, "GET", path) for _ in range(requests)))
        return [status for status, *_ in answers]

    statuses = asyncio.run(all_at_once())
    return {"most": company.most, "in vain": company.in_vain, "answered": statuses.count(200)}


def django_on_the_loop() -> list[str]:
    """Django's ORM on a thread of its own, and on the event loop's."""
    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    )
    django.setup()

    def ask() -> str:
        try:
            with connection.cursor() as cursor:
                return str(cursor.execute("SELECT 'answered'").fetchone()[0])
        except SynchronousOnlyOperation as error:
            return type(error).__name__

    async def on_the_loop() -> str:
        return ask()

    async def in_a_thread() -> str:
        return await asyncio.to_thread(ask)

    return [ask(), asyncio.run(on_the_loop()), asyncio.run(in_a_thread())]


if __name__ == "__main__":
    for path in ("/async-blocking", "/def", "/async-await"):
        print(path, together(path))
    print("60 requests, /def", together("/def", requests=60, wanted=40))
    print("Django's ORM:", django_on_the_loop())
