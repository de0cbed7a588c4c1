# caught by: the last batch comes too, however small it is
# Yields only when an event does not fit, and forgets what is left at the end.


def batched_by_bytes(events, limit):
    if limit < 1:
        raise ValueError(limit)
    return batches(iter(events), limit)


def batches(events, limit):
    batch, size = [], 0
    try:
        for event in events:
            if len(event) > limit:
                raise ValueError(event)
            if size + len(event) > limit:
                yield batch
                batch, size = [], 0
            batch.append(event)
            size += len(event)
    finally:
        if hasattr(events, "close"):
            events.close()
