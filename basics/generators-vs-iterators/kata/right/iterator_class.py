# whole
"""The state is in attributes, not in a frame: what `yield` would do is written out."""

from itertools import islice


class Batches:
    def __init__(self, events, limit):
        self.events = iter(events)
        self.limit = limit
        self.ahead = []  # the next event, once it is known

    def __iter__(self):
        return self

    def __next__(self):
        try:
            return self.next_batch()
        except BaseException:
            self.close()
            raise

    def next_batch(self):
        batch, room = [], self.limit
        while self.look_ahead() and len(self.ahead[0]) <= room:
            batch.append(self.ahead.pop())
            room -= len(batch[-1])
        if not batch:
            raise ValueError(self.ahead[0]) if self.ahead else StopIteration
        return batch

    def look_ahead(self):
        if not self.ahead:
            self.ahead.extend(islice(self.events, 1))
        return self.ahead

    def close(self):
        if hasattr(self.events, "close"):
            self.events.close()
        self.events, self.ahead = iter(()), []


def batched_by_bytes(events, limit):
    if limit < 1:
        raise ValueError(limit)
    return Batches(events, limit)
