"""batched_by_bytes: a stream of events cut into requests of limited size, lazily.

A message broker takes events in requests, and no request may carry more than `limit` bytes.
Write the function that cuts a stream of events into such requests:

    batched_by_bytes(events, limit)
        `events` is any iterable of bytes: a list, an iterator, an endless generator.
        Returns an iterator of batches. A batch is a list of successive events with at most
        `limit` bytes in all; the next event goes into the next batch only if it does not fit.

For example:

    >>> list(batched_by_bytes([b"login", b"pay", b"logout"], 9))
    [[b'login', b'pay'], [b'logout']]
    >>> list(batched_by_bytes([b"pay", b"pay", b"pay"], 6))
    [[b'pay', b'pay'], [b'pay']]

It is lazy: when a batch comes out, at most one event beyond it has been taken from `events`.

If `limit` is less than 1, the call itself raises ValueError. If a single event is larger than
`limit`, ValueError is raised when that event is reached.

If the caller closes the returned iterator after its first batch, or it ends in an error,
`events` is closed too, if it can be closed: then its own cleanup runs there and then.

Check yourself with ./kata practice generators-vs-iterators,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from collections.abc import Iterable, Iterator


def batched_by_bytes(events: Iterable[bytes], limit: int) -> Iterator[list[bytes]]:
    raise NotImplementedError("batched_by_bytes is yours to write")
