"""batched_by_bytes: a stream of events cut into requests of limited size, lazily.

A message broker takes events in requests, and no request may carry more than `limit` bytes.
Write the function that cuts a stream of events into such requests:

    batched_by_bytes(events, limit)
        `events` is any iterable of bytes: a list, an iterator, an endless generator.
        Returns an iterator of batches, which has a close() as generators do. A batch is a list of
        one or more successive events with at most `limit` bytes in all; the next event goes into
        the next batch only if it does not fit. Every event is in a batch, one of no bytes too.

For example:

    >>> list(batched_by_bytes([b"login", b"pay", b"logout"], 9))
    [[b'login', b'pay'], [b'logout']]
    >>> list(batched_by_bytes([b"pay", b"pay", b"pay"], 6))
    [[b'pay', b'pay'], [b'pay']]

It is lazy: nothing is taken from `events` before the first batch is asked for, and when a batch
comes out, at most one event beyond it has been taken. A batch that has come out is the caller's:
it stays as it is, and whatever the caller does to it changes no other.

If `limit` is less than 1, the call itself raises ValueError. If a single event is larger than
`limit`, the batch before it comes out as always, and asking for the next one raises ValueError.
An exception that `events` raises passes through, and the batch begun is lost.

Once a batch has been asked for, the iterator that the events are taken from is closed however it
ends: after the last event, by an exception of whatever kind, or because the caller calls close().
Closed means: its close() is called, if it has one; so a generator's cleanup runs there and then.
After the end there are no more batches.

Check yourself with ./kata practice generators-vs-iterators,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from collections.abc import Iterable, Iterator


def batched_by_bytes(events: Iterable[bytes], limit: int) -> Iterator[list[bytes]]:
    raise NotImplementedError("batched_by_bytes is yours to write")
