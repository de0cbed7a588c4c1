# caught by: an event larger than the limit is refused when it is reached
# An event that never fits gets a batch of its own, which the broker will refuse.


def batched_by_bytes(events, limit):
    if limit < 1:
        raise ValueError(limit)
    return batches(iter(events), limit)


def batches(events, limit):
    batch, size = [], 0
    try:
        for event in events:
            if batch and size + len(event) > limit:
                yield batch
                batch, size = [], 0
            batch.append(event)
            size += len(event)
        if batch:
            yield batch
    finally:
        if hasattr(events, "close"):
            events.close()
