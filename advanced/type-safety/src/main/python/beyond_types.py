"""What comes of each fault of guards.py, unguarded and guarded."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import guards


def periods(start: int, end: int) -> dict[str, object]:
    """By each way to make one: what it is, or why not."""
    stored = object.__new__(guards.Period)  # as a version without the rule has stored it
    stored.__dict__.update(start=start, end=end)
    return {
        "unguarded": outcome(lambda: shown(guards.Span(start, end))),
        "guarded": outcome(lambda: shown(guards.Period(start, end))),
        "replaced": outcome(lambda: shown(replace(guards.Period(0, 24), start=start, end=end))),
        "assigned": outcome(lambda: setattr(guards.Period(0, 24), "end", end)),
        "unpickled": outcome(lambda: shown(pickle.loads(pickle.dumps(stored)))),
    }


def shown(period: guards.Span | guards.Period) -> str:
    return f"{period.start} to {period.end}"


def prices(text: Any) -> dict[str, object]:
    """The price, or the error and what it says was its cause."""
    return {
        "unguarded": outcome(lambda: guards.cents_or_zero(text)),
        "guarded": outcome(lambda: guards.cents(text)),
    }


def connections(*shops: str) -> dict[str, list[object]]:
    """What came of it, how many are open afterwards, and who was closed."""
    result: dict[str, list[object]] = {}
    for name, way in {"unguarded": guards.sync, "guarded": guards.sync_safely}.items():
        guards.Connection.live.clear()
        guards.Connection.closed.clear()
        came = outcome(lambda way=way: way(list(shops)))
        result[name] = [came, len(guards.Connection.live), list(guards.Connection.closed)]
    return result


def outcome(attempt: Callable[[], object]) -> object:
    try:
        return attempt()
    except Exception as error:
        cause = error.__cause__
        return f"{type(error).__name__}{f' from {type(cause).__name__}' if cause else ''}"


if __name__ == "__main__":
    print("17 to 9:", periods(17, 9))
    print("a price of 'free':", prices("free"))
    print("three shops, the third has no name:", connections("Hall", "Oslo", ""))
