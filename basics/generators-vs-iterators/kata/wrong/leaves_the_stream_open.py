# caught by: closing it early, or an error, closes the stream of events
# Leaving a for loop does not close what it loops over.


def batched_by_bytes(events, limit):
    if limit < 1:
        raise ValueError(limit)
    return batches(events, limit)


def batches(events, limit):
    batch, size = [], 0
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
