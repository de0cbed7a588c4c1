# caught by: a batch is full when the next event does not fit


def batched_by_bytes(events, limit):
    return iter([])
