# caught by: a limit below one byte is refused by the call itself
# One generator function: none of its body runs before the first next.


def batched_by_bytes(events, limit):
    if limit < 1:
        raise ValueError(limit)
    events = iter(events)
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
        if batch:
            yield batch
    finally:
        if hasattr(events, "close"):
            events.close()
