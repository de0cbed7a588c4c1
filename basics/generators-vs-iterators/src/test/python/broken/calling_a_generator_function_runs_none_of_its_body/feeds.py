"""Not a generator function any more: it checks at the call."""


def read_feed(limit):
    return read_feed_checked(limit)
