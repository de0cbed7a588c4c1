# caught by: an event of no bytes is in a batch, too
# A batch of empty events has the size 0, and is lost.


def cut(events, limit):
    batch, size = [], 0
    for event in events:
        if size + len(event) > limit:
            if size:
                yield batch
            batch, size = [], 0
        if len(event) > limit:
            raise ValueError(event)
        batch.append(event)
        size += len(event)
    if size:
        yield batch
