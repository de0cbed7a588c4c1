# caught by: a list will do, although it cannot be closed
# contextlib.closing wants a close(), and a list's iterator has none.

from contextlib import closing


def batched_by_bytes(events, limit):
    if limit < 1:
        raise ValueError(limit)
    return batches(iter(events), limit)


def batches(events, limit):
    batch, size = [], 0
    with closing(events):
        for event in events:
            if len(event) > limit:
                raise ValueError(event)
            if size + len(event) > limit:
                yield batch
                batch, size = [], 0
            batch.append(event)
            size += len(event)
        if batch:
            yield batch
