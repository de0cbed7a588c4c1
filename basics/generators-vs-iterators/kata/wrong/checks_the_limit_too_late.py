# caught by: a limit below one byte is refused by the call itself
# The `yield from` makes this a generator function: none of it runs before the first next.


def batched_by_bytes(events, limit):
    if limit < 1:
        raise ValueError(f"no event fits into {limit} bytes")
    yield from batches(iter(events), limit)
