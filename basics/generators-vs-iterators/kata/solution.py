"""A function that checks at the call, and a generator that owns the cleanup of its source."""

from collections.abc import Iterable, Iterator


def batched_by_bytes(events: Iterable[bytes], limit: int) -> Iterator[list[bytes]]:
    if limit < 1:
        raise ValueError(f"no event fits into {limit} bytes")
    return batches(iter(events), limit)


def batches(events: Iterator[bytes], limit: int) -> Iterator[list[bytes]]:
    try:
        yield from cut(events, limit)
    finally:
        close = getattr(events, "close", None)  # a generator has it, a list's iterator does not
        if close is not None:
            close()


def cut(events: Iterator[bytes], limit: int) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    size = 0
    for event in events:
        if batch and size + len(event) > limit:
            yield batch
            batch, size = [], 0  # a new list: the old one is the caller's now
        if len(event) > limit:
            raise ValueError(f"an event of {len(event)} bytes, the limit is {limit}")
        batch.append(event)
        size += len(event)
    if batch:
        yield batch
