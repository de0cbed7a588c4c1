"""Times a function inside the interpreter that runs it: no call from outside is measured."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from typing import Any


def found(function: str) -> Callable[..., Any]:
    module, _, name = function.rpartition(".")
    return getattr(importlib.import_module(module), name)


def answer(function: str, arguments: list[Any]) -> int | None:
    """What a call gives, as one number."""
    return numbers_in(found(function)(*arguments))


def numbers_in(value: Any) -> int | None:
    """The sum of the integers that a value holds, in whatever shape; None if it holds none."""
    if isinstance(value, int):
        return int(value)
    if isinstance(value, dict):
        parts = value.values()
    elif hasattr(value, "__iter__") and not isinstance(value, str):
        parts = value
    else:
        names = getattr(value, "__slots__", None) or getattr(value, "__dict__", ())
        parts = [getattr(value, name) for name in names]
    found_in_parts = [number for part in parts if (number := numbers_in(part)) is not None]
    return sum(found_in_parts) if found_in_parts else None


def iteration(function: str, arguments: list[Any], seconds: float) -> float:
    """Nanoseconds that a call takes, on average over about so many seconds."""
    call = found(function)
    calls, clock = 0, time.perf_counter_ns
    begin = clock()
    end = begin + int(seconds * 1e9)
    now = begin
    while now < end:
        call(*arguments)
        calls += 1
        now = clock()
    return (now - begin) / calls


def first(function: str, arguments: list[Any]) -> float:
    """Nanoseconds that the first call in this interpreter takes, once its module is imported."""
    call = found(function)
    begin = time.perf_counter_ns()
    call(*arguments)
    return time.perf_counter_ns() - begin


def peak(function: str, arguments: list[Any]) -> int:
    """Bytes that a call has in use at most, beyond those before it; needs `tracemalloc`."""
    import tracemalloc

    call = found(function)
    call(*arguments)  # what stays for good is made by the first call
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        call(*arguments)
        return tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
