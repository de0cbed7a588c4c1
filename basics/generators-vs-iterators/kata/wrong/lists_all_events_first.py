# caught by: it never takes more than one event ahead
# Holds every event in memory, and never begins if the stream never ends.


def batched_by_bytes(events, limit):
    if limit < 1:
        raise ValueError(limit)
    return batches(iter(events), limit)


def batches(events, limit):
    batch, size = [], 0
    for event in list(events):
        if len(event) > limit:
            raise ValueError(event)
        if size + len(event) > limit:
            yield batch
            batch, size = [], 0
        batch.append(event)
        size += len(event)
    if batch:
        yield batch
