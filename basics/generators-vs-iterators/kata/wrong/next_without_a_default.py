# caught by: no events, no batches
# A StopIteration that leaks inside a generator becomes a RuntimeError.


def batched_by_bytes(events, limit):
    if limit < 1:
        raise ValueError(limit)
    return batches(iter(events), limit)


def batches(events, limit):
    try:
        first = next(events)
        if len(first) > limit:
            raise ValueError(first)
        batch, size = [first], len(first)
        for event in events:
            if len(event) > limit:
                raise ValueError(event)
            if size + len(event) > limit:
                yield batch
                batch, size = [], 0
            batch.append(event)
            size += len(event)
        yield batch
    finally:
        if hasattr(events, "close"):
            events.close()
