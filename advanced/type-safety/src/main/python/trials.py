"""Tests that run the defective line of each planted function and are green; and another input."""

from __future__ import annotations

import asyncio
import sys
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


def other_input(shop: ModuleType) -> dict[str, object]:
    """What comes of an input that no test has."""
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


def outcome(attempt: Callable[[], object]) -> object:
    try:
        return attempt()
    except Exception as error:
        return type(error).__name__


def of(name: str) -> dict[str, dict[str, object]]:
    shop = __import__(name)
    return {"tests": tests(shop), "other input": other_input(shop)}


def defects_run() -> int:
    """How many of the eight lines that have a comment, for a defect, the tests run."""
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
    return len([number for number, line in enumerate(lines, 1) if number in run and MARK in line])


if __name__ == "__main__":
    print("tests:", of("planted")["tests"])
    print("defective lines that they run:", defects_run())
    print("the other input:", of("planted")["other input"])
    print("... mended:", of("mended")["other input"])
