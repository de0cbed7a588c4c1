# caught by: no events, no batches
# Inside a generator, the StopIteration of an empty stream becomes a RuntimeError.


def cut(events, limit):
    event = next(events)
    while event is not None:
        if len(event) > limit:
            raise ValueError(event)
        batch, size = [], 0
        while event is not None and size + len(event) <= limit:
            batch.append(event)
            size += len(event)
            event = next(events, None)
        yield batch
