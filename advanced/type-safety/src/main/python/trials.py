"""Tests that run the defective line of each planted function and are green; and stricter ones."""

from __future__ import annotations

import asyncio
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

MARK = "  " + chr(35)  # what begins a comment behind code


def tests(shop: ModuleType) -> dict[str, object]:
    """What each function returns in its test, which is what the test expects."""
    row = {"cents": 500, "discount": 50}
    return {
        "status": outcome(lambda: shop.status(7)),
        "order_of": outcome(lambda: shop.order_of(7).id),
        "check_out_at_the_till": outcome(lambda: shop.check_out_at_the_till(0)),
        "mail_all": outcome(lambda: asyncio.run(shop.mail_all(["anna@example.org"]))),
        "discounted": outcome(lambda: shop.discounted(row)),
        "last": outcome(lambda: shop.last([row])),
        "first": outcome(lambda: shop.first([row])),
        "recipients_of": outcome(lambda: bool(shop.recipients_of("Al"))),
    }


def stricter(shop: ModuleType) -> dict[str, object]:
    """What comes of another input; for `mail_all` and `recipients_of`: of a closer look."""
    return {
        "status": outcome(lambda: shop.status(1)),
        "order_of": outcome(lambda: shop.order_of(9) and shop.order_of(9).id),
        "check_out_at_the_till": outcome(lambda: shop.check_out_at_the_till(1999)),
        "mail_all": outcome(lambda: mailed(shop)),
        "discounted": outcome(lambda: shop.discounted({"cents": 500})),
        "last": outcome(lambda: shop.last([])),
        "first": outcome(lambda: shop.first([])),
        "recipients_of": outcome(lambda: shop.recipients_of("Al")),
    }


def mailed(shop: ModuleType) -> list[str]:
    shop.MAILED.clear()
    asyncio.run(shop.mail_all(["anna@example.org"]))
    return list(shop.MAILED)


def warned(shop: ModuleType) -> list[str]:
    """What Python itself says while the test of `mail_all` is green."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        tests(shop)
    return [each.category.__name__ for each in said]


def outcome(attempt: Callable[[], object]) -> object:
    try:
        return attempt()
    except Exception as error:
        return type(error).__name__


def of(name: str) -> dict[str, object]:
    shop = __import__(name)
    return {"tests": tests(shop), "stricter": stricter(shop), "warned": warned(shop)}


def defects_run() -> int:
    """How many of the eight lines that have a comment of their own, for a defect, the tests run."""
    shop = __import__("planted")
    run: set[int] = set()

    def note(frame: FrameType, event: str, argument: object) -> Any:
        if event == "line" and frame.f_code.co_filename == shop.__file__:
            run.add(frame.f_lineno)
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        tests(shop)
    finally:
        sys.settrace(before)
    lines = Path(shop.__file__).read_text(encoding="utf-8").splitlines()
    marked = [lines[number - 1] for number in run if MARK in lines[number - 1]]
    return len({line.partition(MARK)[2] for line in marked})


if __name__ == "__main__":
    print("tests:", tests(__import__("planted")))
    print("defective lines that they run:", defects_run())
    print("stricter tests:", stricter(__import__("planted")))
    print("... mended:", stricter(__import__("mended")))
