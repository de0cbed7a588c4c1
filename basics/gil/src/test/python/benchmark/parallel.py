"""The same units of work by k threads, processes or interpreters of one CPython."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor

from checksum import checksum

pools: dict[tuple[str, int], Executor] = {}


def wait(milliseconds: int) -> None:
    time.sleep(milliseconds / 1000)


def interpreters(workers: int) -> Executor:
    from concurrent.futures import InterpreterPoolExecutor  # since 3.14

    same_path = f"import sys; sys.path[:] = {sys.path!r}"
    return InterpreterPoolExecutor(workers, initializer=exec, initargs=(same_path,))


KINDS: dict[str, Callable[[int], Executor]] = {
    "threads": ThreadPoolExecutor,
    "processes": ProcessPoolExecutor,
    "interpreters": interpreters,
}
WORK: dict[str, Callable[[int], object]] = {"compute": checksum, "wait": wait}


def units(kind: str, workers: int, work: str, size: int) -> int:
    """As many units of work as there are workers, at the same time; how many are done."""
    key = kind, workers
    if key not in pools:
        pools[key] = KINDS[kind](workers)
    return len(list(pools[key].map(WORK[work], [size] * workers)))
