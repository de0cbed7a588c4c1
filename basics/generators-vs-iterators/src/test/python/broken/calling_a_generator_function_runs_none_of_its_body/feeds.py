"""Not a generator function any more: it checks at the call."""


def read_feed(limit, log):
    log.append("body begun")
    if limit < 0:
        raise ValueError(f"limit {limit}")
    return (reading for reading in range(limit))
