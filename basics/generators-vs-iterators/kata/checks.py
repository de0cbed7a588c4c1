"""What a correct batched_by_bytes does, and when it does it."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
import contextlib
import itertools
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

from checking import attempt, check, expect, expect_error, main


class Cancelled(BaseException):
    """No Exception, and none that one would think of: such as asyncio's."""


class Stream:
    """An iterator of events that knows how many were taken, and whether it was closed.

    An exception among the events is raised when it is reached.
    """

    def __init__(self, *events: bytes | BaseException) -> None:
        self.events = iter(events)
        self.taken = 0
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        event = next(self.events)
        self.taken += 1
        if isinstance(event, BaseException):
            raise event
        return event

    def close(self) -> None:
        self.closed = True


class Topic:
    """An iterable, and no iterator: the generator that it makes is kept, and notes its cleanup."""

    def __init__(self, *events: bytes) -> None:
        self.events = events
        self.cleaned_up = False

    def __iter__(self) -> Iterator[bytes]:
        self.kept = self.generate()  # so nothing but close() ends it
        return self.kept

    def generate(self) -> Iterator[bytes]:
        try:
            yield from self.events
        finally:
            self.cleaned_up = True


def call_of(events: Iterable[object], limit: int) -> str:
    return f"batched_by_bytes(stream of {', '.join(map(repr, events)) or 'nothing'}, {limit})"


def begun(kata: ModuleType, *events: bytes | BaseException, limit: int) -> tuple[str, Stream, Any]:
    """A call with a stream of these events: as text, the stream, and what the call returns."""
    call = call_of(events, limit)
    stream = Stream(*events)
    return call, stream, attempt(call, lambda: kata.batched_by_bytes(stream, limit))


def expect_batches(kata: ModuleType, *events: bytes, limit: int, gives: list[list[bytes]]) -> None:
    call, _, batches = begun(kata, *events, limit=limit)
    expect(f"list({call})", lambda: list(batches), gives=gives)


@check("the examples hold")
def examples(kata: ModuleType) -> None:
    expect(
        'list(batched_by_bytes([b"login", b"pay", b"logout"], 9))',
        lambda: list(kata.batched_by_bytes([b"login", b"pay", b"logout"], 9)),
        gives=[[b"login", b"pay"], [b"logout"]],
    )
    expect(
        'list(batched_by_bytes([b"pay", b"pay", b"pay"], 6))',
        lambda: list(kata.batched_by_bytes([b"pay", b"pay", b"pay"], 6)),
        gives=[[b"pay", b"pay"], [b"pay"]],
    )


@check("a batch is full when the next event does not fit")
def full(kata: ModuleType) -> None:
    expect_batches(kata, b"pay", b"pay", limit=6, gives=[[b"pay", b"pay"]])
    expect_batches(kata, b"a", b"b", limit=1, gives=[[b"a"], [b"b"]])
    expect_batches(
        kata,
        *(b"cart", b"pay", b"x", b"ship", b"telemetry", b"mail", b"order"),
        limit=9,
        gives=[[b"cart", b"pay", b"x"], [b"ship"], [b"telemetry"], [b"mail", b"order"]],
    )


@check("an event of no bytes is in a batch, too")
def empty_events(kata: ModuleType) -> None:
    expect_batches(kata, b"", limit=1, gives=[[b""]])
    expect_batches(kata, b"", b"pay", b"", b"x", limit=3, gives=[[b"", b"pay", b""], [b"x"]])
    expect_batches(kata, b"pay", b"x", b"", limit=3, gives=[[b"pay"], [b"x", b""]])


@check("no events, no batches")
def no_events(kata: ModuleType) -> None:
    expect_batches(kata, limit=9, gives=[])


@check("whatever can be looped over will do, although a list cannot be closed")
def iterables(kata: ModuleType) -> None:
    for text, events in {
        "[b'pay', b'ship']": [b"pay", b"ship"],
        "iter((b'pay', b'ship'))": iter((b"pay", b"ship")),
        "a generator of b'pay', b'ship'": (event for event in (b"pay", b"ship")),
        "an iterable of b'pay', b'ship'": Topic(b"pay", b"ship"),
    }.items():
        expect(
            f"list(batched_by_bytes({text}, 4))",
            lambda events=events: list(kata.batched_by_bytes(events, 4)),
            gives=[[b"pay"], [b"ship"]],
        )


@check("a limit below one byte is refused by the call itself")
def refused_limit(kata: ModuleType) -> None:
    for limit in (0, -1):
        expect_error(
            f"batched_by_bytes([b'pay'], {limit}), without any next",
            lambda limit=limit: kata.batched_by_bytes([b"pay"], limit),
            ValueError,
        )


@check("an event larger than the limit is refused after the batch before it")
def oversize_event(kata: ModuleType) -> None:
    call, _, batches = begun(kata, b"ship", b"pay", b"telemetry", b"x", limit=4)
    expect(f"next({call})", lambda: next(batches), gives=[b"ship"])
    expect(f"the second next({call})", lambda: next(batches), gives=[b"pay"])
    expect_error(f"the third next({call})", lambda: next(batches), ValueError)
    expect(f"list({call}), after that", lambda: list(batches), gives=[])
    call, _, batches = begun(kata, b"telemetry", limit=4)
    expect_error(f"next({call})", lambda: next(batches), ValueError)
    call, _, batches = begun(kata, b"", b"telemetry", limit=4)
    expect(f"next({call})", lambda: next(batches), gives=[b""])
    expect_error(f"the second next({call})", lambda: next(batches), ValueError)


@check("it never takes more than one event ahead")
def one_ahead(kata: ModuleType) -> None:
    stream = Stream(*[b"pay"] * 100)
    call = "batched_by_bytes(stream of 100 times b'pay', 9)"
    batches = attempt(call, lambda: kata.batched_by_bytes(stream, 9))
    expect(f"{call}: events taken before the first next", lambda: stream.taken, gives=0)
    for given in (3, 6, 9):
        attempt(f"next({call})", lambda: next(batches))
        expect(
            f"{call}: {stream.taken} events taken, {given} given out; is that one ahead at most?",
            lambda given=given: stream.taken <= given + 1,
            gives=True,
        )


@check("an endless stream gives as many batches as one asks for")
def endless(kata: ModuleType) -> None:
    call = "batched_by_bytes(endlessly b'pay', 3)"
    batches = attempt(call, lambda: kata.batched_by_bytes(itertools.repeat(b"pay"), 3))
    expect(
        f"the 5000th next({call})",
        lambda: next(itertools.islice(batches, 4999, None)),
        gives=[b"pay"],
    )


@check("a batch is the caller's")
def batches_stay(kata: ModuleType) -> None:
    call, _, batches = begun(kata, b"pay", b"ship", b"mail", limit=4)
    first = attempt(f"next({call})", lambda: next(batches))
    second = attempt(f"the second next({call})", lambda: next(batches))
    expect(f"{call}: the first batch, after the second", lambda: first, gives=[b"pay"])
    first.append(b"refund")
    second.clear()
    expect(f"list({call}), two batches changed", lambda: list(batches), gives=[[b"mail"]])


@check("two of them do not mix")
def two_at_once(kata: ModuleType) -> None:
    call, _, batches = begun(kata, b"a", b"b", b"c", limit=2)
    other_call, _, other_batches = begun(kata, b"pay", b"ship", limit=4)
    expect(f"next({call})", lambda: next(batches), gives=[b"a", b"b"])
    expect(f"next({other_call})", lambda: next(other_batches), gives=[b"pay"])
    expect(f"the second next({call})", lambda: next(batches), gives=[b"c"])
    expect(f"the second next({other_call})", lambda: next(other_batches), gives=[b"ship"])


@check("an exception of the stream passes through")
def failing_stream(kata: ModuleType) -> None:
    for error in (ConnectionError, KeyboardInterrupt):
        call, _, batches = begun(kata, b"pay", b"ship", error(), b"mail", limit=4)
        expect(f"next({call})", lambda batches=batches: next(batches), gives=[b"pay"])
        expect_error(f"the second next({call})", lambda batches=batches: next(batches), error)


def exhaust(batches: Any) -> None:
    with contextlib.suppress(ValueError, ConnectionError, KeyboardInterrupt, Cancelled):
        list(batches)


@check("however it ends, what the events are taken from is closed")
def stream_closed(kata: ModuleType) -> None:
    for ending, events, end in (
        ("next() and close()", (b"pay", b"ship"), lambda it: [next(it), it.close()]),
        ("the last event", (b"pay", b"ship"), exhaust),
        ("an event that is too large", (b"telemetry", b"pay"), exhaust),
        ("ConnectionError", (b"pay", ConnectionError(), b"ship"), exhaust),
        ("KeyboardInterrupt", (b"pay", KeyboardInterrupt(), b"ship"), exhaust),
        ("another BaseException", (b"pay", Cancelled(), b"ship"), exhaust),
        ("ConnectionError at once", (ConnectionError(), b"pay"), exhaust),
        ("the end of no events", (), exhaust),
    ):
        call, stream, batches = begun(kata, *events, limit=4)
        attempt(call, lambda end=end, batches=batches: end(batches))
        is_closed = stream.closed
        expect(f"{call}: closed after {ending}?", lambda is_closed=is_closed: is_closed, gives=True)
        expect(f"list({call}), after {ending}", lambda it=batches: list(it), gives=[])

    call, _, batches = begun(kata, b"pay", b"ship", limit=4)
    attempt(f"{call}, and close()", lambda: batches.close())
    expect(f"list({call}), closed before any next", lambda: list(batches), gives=[])

    topic = Topic(b"pay", b"ship")
    call = "batched_by_bytes(iterable of b'pay', b'ship', 4)"
    batches = attempt(call, lambda: kata.batched_by_bytes(topic, 4))
    attempt(f"next({call}), and close()", lambda: [next(batches), batches.close()])
    expect(f"{call}: closed is its iterator?", lambda: topic.cleaned_up, gives=True)


if __name__ == "__main__":
    main()
