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
    """What a call gives, if it is a number."""
    value = found(function)(*arguments)
    return value if isinstance(value, int) else None


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
