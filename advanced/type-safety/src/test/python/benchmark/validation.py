"""The price of orders that come as JSON: unchecked, parsed once, and checked at every call."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from typing import ParamSpec, TypeVar, get_type_hints

from border import Line, Order, Reader

P = ParamSpec("P")
R = TypeVar("R")

LINES = 10


@functools.cache
def json_of(orders: int) -> str:
    lines = [{"sku": f"SKU-{n}", "quantity": n + 1} for n in range(LINES)]
    return json.dumps([{"id": n + 1, "status": "open", "lines": lines} for n in range(orders)])


def checked(function: Callable[P, R]) -> Callable[P, R]:
    """Looks at the type of each argument, at every call."""
    *wanted, _ = get_type_hints(function).values()

    @functools.wraps(function)
    def checking(*arguments: P.args, **named: P.kwargs) -> R:
        for value, kind in zip(arguments, wanted, strict=True):
            if type(value) is not kind:
                raise TypeError(f"{value!r} is no {kind.__name__}")
        return function(*arguments, **named)

    return checking


def subtotal(quantity: int, cents: int) -> int:
    return quantity * cents


def discounted(cents: int, percent: int) -> int:
    return cents - cents * percent // 100


def shipped(sku: str, cents: int) -> int:
    return cents + len(sku)


PLAIN = subtotal, discounted, shipped
CHECKED = tuple(map(checked, PLAIN))


def price(orders: list[Order], functions: tuple[Callable[..., int], ...]) -> int:
    first, then, last = functions
    return sum(
        last(line.sku, then(first(line.quantity, 499), 3))
        for order in orders
        for line in order.lines
    )


def made(data: dict) -> Order:
    return Order(data["id"], data["status"], tuple(Line(**line) for line in data["lines"]))


def unchecked(orders: int) -> int:
    return price([made(data) for data in json.loads(json_of(orders))], PLAIN)


def at_every_call(orders: int) -> int:
    return price([made(data) for data in json.loads(json_of(orders))], CHECKED)


def by_hand(orders: int) -> int:
    reader = Reader()
    parsed = [reader.order(data) for data in json.loads(json_of(orders))]
    if reader.faults:
        raise ValueError(reader.faults)
    return price(parsed, PLAIN)


def by_pydantic(orders: int) -> int:
    """It reads JSON itself, and never makes the dicts."""
    return price(pydantic_reader()(json_of(orders)), PLAIN)


@functools.cache
def pydantic_reader() -> Callable[[str], list[Order]]:
    from models import StrictOrderModel  # on CPython only
    from pydantic import TypeAdapter

    return TypeAdapter(list[StrictOrderModel]).validate_json
