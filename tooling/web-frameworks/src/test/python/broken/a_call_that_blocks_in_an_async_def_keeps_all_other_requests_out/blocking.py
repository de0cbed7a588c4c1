"""The handler that is to block is a plain def."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import wait
from typing import Any

import django
from django.conf import settings
from django.core.exceptions import SynchronousOnlyOperation
from django.db import connection, models, transaction
from driving import by_asgi
from fastapi import FastAPI

GENEROUS, PATIENCE = 20.0, 2.0  # seconds: they only end what would wait for ever


class Report:
    """It is there when it is released, or when so many are waiting for it; it counts them."""

    def __init__(self, wanted: int = 0) -> None:
        self.wanted = wanted
        self.lock = threading.Lock()
        self.begun, self.there = threading.Event(), threading.Event()
        self.inside = self.most = 0

    def enter(self) -> None:
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
            if self.inside == self.wanted:
                self.there.set()
        self.begun.set()

    def leave(self) -> None:
        with self.lock:
            self.inside -= 1

    def wait(self) -> None:
        """Blocks the thread, as a database driver or `requests` does."""
        self.enter()
        self.there.wait(GENEROUS)
        self.leave()

    async def wait_cooperatively(self) -> None:
        """Lets the event loop serve others, as an async driver does."""
        self.enter()
        async with asyncio.timeout(GENEROUS):
            while not self.there.is_set():
                await asyncio.sleep(0)
        self.leave()


def desk(report: Report) -> FastAPI:
    app = FastAPI()

    @app.get("/async-blocking")
    def async_blocking() -> None:
        report.wait()

    @app.get("/def")
    def plain() -> None:
        report.wait()

    @app.get("/async-await")
    async def async_await() -> None:
        await report.wait_cooperatively()

    @app.get("/health")
    async def health() -> str:
        return "ok"

    return app


def meanwhile(path: str, others: int = 10) -> dict[str, Any]:
    """Other requests, sent when a report has begun: how many are answered before it is there."""
    report = Report()
    app = desk(report)

    def watch(loop: Any) -> dict[str, Any]:
        report.begun.wait(GENEROUS)
        has_begun = report.begun.is_set()
        health = [
            asyncio.run_coroutine_threadsafe(by_asgi(app, "GET", "/health"), loop)
            for _ in range(others)
        ]
        answered, waiting = len(wait(health, PATIENCE).done), report.inside
        report.there.set()
        in_the_end = sum(each.result(GENEROUS)[0] == 200 for each in health)
        return {"meanwhile": answered, "in time": [has_begun, waiting], "in the end": in_the_end}

    async def all_at_once() -> dict[str, Any]:
        watching = asyncio.to_thread(watch, asyncio.get_running_loop())
        counted, (status, *_) = await asyncio.gather(watching, by_asgi(app, "GET", path))
        return counted | {"status": status}

    return asyncio.run(all_at_once())


def together(path: str, requests: int, wanted: int) -> list[int]:
    """How many requests were in the handler together, are in it afterwards, are answered."""
    report = Report(wanted)
    app = desk(report)

    async def all_at_once() -> int:
        answers = await asyncio.gather(*(by_asgi(app, "GET", path) for _ in range(requests)))
        return sum(status == 200 for status, *_ in answers)

    answered = asyncio.run(all_at_once())
    return [report.most, report.inside, answered]


def django_on_the_loop() -> dict[str, Any]:
    """Django's ORM on the event loop's thread: what it answers, or raises."""
    shared = {"ENGINE": "django.db.backends.sqlite3", "NAME": "file:desk?mode=memory&cache=shared"}
    settings.configure(DATABASES={"default": shared})
    django.setup()

    class Order(models.Model):
        class Meta:
            app_label = "desk"

    with connection.schema_editor() as editor:
        editor.create_model(Order)
    Order.objects.create()

    def in_a_transaction() -> int:
        with transaction.atomic():
            return Order.objects.count() if connection.in_atomic_block else 0

    def said(ask: Callable[[], int]) -> Any:
        try:
            return ask()
        except SynchronousOnlyOperation as error:
            return type(error).__name__

    async def on_the_loop() -> dict[str, Any]:
        return {
            "count": said(Order.objects.count),
            "acount": await Order.objects.acount(),
            "atomic": said(in_a_transaction),
            "to_thread": await asyncio.to_thread(said, in_a_transaction),
        }

    return {"no loop": said(in_a_transaction)} | asyncio.run(on_the_loop())


if __name__ == "__main__":
    for path in ("/async-blocking", "/def", "/async-await"):
        print(f"{path}: 10 others:", meanwhile(path))
    print("60 requests of /def: together, inside afterwards, answered:", together("/def", 60, 40))
    print("Django's ORM:", django_on_the_loop())
