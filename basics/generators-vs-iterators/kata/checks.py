"""What a correct batched_by_bytes does, and when it does it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "harness/src/main/python"))
from checking import attempt, check, expect, expect_error, main


class Source:
    """A stream of events, a generator, that knows how many were taken and whether it was closed."""

    def __init__(self, *events: bytes) -> None:
        self.taken = 0
        self.closed = False
        self.stream = self.generate(events)

    def generate(self, events: Iterable[bytes]) -> Iterator[bytes]:
        try:
            for event in events:
                self.taken += 1
                yield event
        finally:
            self.closed = True


def call_of(events: Iterable[bytes], limit: int) -> str:
    return f"batched_by_bytes(stream({', '.join(map(repr, events))}), {limit})"


def all_of(kata: ModuleType, *events: bytes, limit: int) -> tuple[str, Any]:
    """A call with a stream of these events, as text, and each batch as it was when it came."""
    call = f"[list(batch) for batch in {call_of(events, limit)}]"
    stream = Source(*events).stream
    return call, attempt(call, lambda: list(map(list, kata.batched_by_bytes(stream, limit))))


@check("a batch is full when the next event does not fit")
def first_batch(kata: ModuleType) -> None:
    events = (b"login", b"pay", b"logout")
    expect(
        f"next({call_of(events, 9)})",
        lambda: next(kata.batched_by_bytes(Source(*events).stream, 9)),
        gives=[b"login", b"pay"],
    )


@check("the last batch comes too, however small it is")
def last_batch(kata: ModuleType) -> None:
    call, batches = all_of(kata, b"login", b"pay", b"logout", limit=9)
    expect(call, lambda: batches, gives=[[b"login", b"pay"], [b"logout"]])
    call, batches = all_of(kata, b"pay", b"pay", b"pay", limit=6)
    expect(call, lambda: batches, gives=[[b"pay", b"pay"], [b"pay"]])


@check("other events and other limits are batched too")
def other_events(kata: ModuleType) -> None:
    call, batches = all_of(kata, b"cart", b"", b"pay", b"ship", b"mail", b"x", limit=8)
    expect(call, lambda: batches, gives=[[b"cart", b"", b"pay"], [b"ship", b"mail"], [b"x"]])
    call, batches = all_of(kata, b"a", b"b", limit=1)
    expect(call, lambda: batches, gives=[[b"a"], [b"b"]])


@check("no events, no batches")
def no_events(kata: ModuleType) -> None:
    call, batches = all_of(kata, limit=9)
    expect(call, lambda: batches, gives=[])


@check("a list will do, although it cannot be closed")
def a_list(kata: ModuleType) -> None:
    expect(
        "[list(batch) for batch in batched_by_bytes([b'pay', b'ship'], 4)]",
        lambda: list(map(list, kata.batched_by_bytes([b"pay", b"ship"], 4))),
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


@check("an event larger than the limit is refused when it is reached")
def oversize_event(kata: ModuleType) -> None:
    events = (b"pay", b"ship", b"telemetry")
    call = call_of(events, 4)
    batches = attempt(call, lambda: kata.batched_by_bytes(Source(*events).stream, 4))
    expect(f"next({call})", lambda: next(batches), gives=[b"pay"])
    expect_error(f"list({call})", lambda: list(batches), ValueError)


@check("it never takes more than one event ahead")
def one_ahead(kata: ModuleType) -> None:
    source = Source(*[b"pay"] * 100)
    call = "batched_by_bytes(stream of 100 times b'pay', 9)"
    batches = attempt(call, lambda: kata.batched_by_bytes(source.stream, 9))
    expect(f"{call}: events taken before the first next", lambda: source.taken, gives=0)
    for given in (3, 6, 9):
        attempt(f"next({call})", lambda: next(batches))
        expect(
            f"{call}: {source.taken} events taken, {given} given out; is that one ahead at most?",
            lambda given=given: source.taken <= given + 1,
            gives=True,
        )


@check("a batch stays as it is when the next one comes")
def batches_stay(kata: ModuleType) -> None:
    events = (b"pay", b"ship", b"mail")
    call = call_of(events, 4)
    batches = attempt(call, lambda: kata.batched_by_bytes(Source(*events).stream, 4))
    first = attempt(f"next({call})", lambda: next(batches))
    attempt(f"the second next({call})", lambda: next(batches))
    expect(f"{call}: the first batch, after the second", lambda: first, gives=[b"pay"])


@check("closing it early, or an error, closes the stream of events")
def source_closed(kata: ModuleType) -> None:
    source = Source(b"pay", b"ship", b"mail")
    call = call_of((b"pay", b"ship", b"mail"), 4)
    batches = attempt(call, lambda: kata.batched_by_bytes(source.stream, 4))
    attempt(f"next({call})", lambda: next(batches))
    attempt(f"{call}: close()", lambda: batches.close())
    expect(f"{call}: closed after next() and close()?", lambda: source.closed, gives=True)

    source = Source(b"telemetry", b"pay")
    call = call_of((b"telemetry", b"pay"), 4)
    expect_error(call, lambda: list(kata.batched_by_bytes(source.stream, 4)), ValueError)
    expect(f"{call}: closed after its ValueError?", lambda: source.closed, gives=True)


if __name__ == "__main__":
    main()
