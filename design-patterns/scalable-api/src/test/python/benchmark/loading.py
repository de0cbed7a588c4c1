"""The order desk under load: its list of orders, with a gate before it and without one."""

from __future__ import annotations

from api.app import App
from api.database import connect, new
from api.gate import Gate
from trial.requests import NOON, NoLimits


def prepare(url: str, orders: int) -> None:
    with new(url).transaction() as transaction:
        for number in range(orders):
            transaction.change(
                "INSERT INTO orders VALUES (%s, 'Ada', 'Emma', 1, %s)", f"{number:06}", number
            )


def application(url: str) -> App:
    return App(connect(url), NoLimits(), lambda: NOON)


ungated = application


def gated(url: str) -> Gate:
    return Gate(application(url), running=8, waiting=16)
