# caught by: a batch stays as it is when the next one comes
# Clears the list it has given away: the caller's earlier batches change under his hands.


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
                batch.clear()
                size = 0
            batch.append(event)
            size += len(event)
        if batch:
            yield batch
    finally:
        if hasattr(events, "close"):
            events.close()
