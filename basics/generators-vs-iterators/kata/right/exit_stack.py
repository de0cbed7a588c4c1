# whole
"""Fills one batch at a time, with a stack that knows what to close."""

from contextlib import ExitStack


def batched_by_bytes(events, limit):
    if limit < 1:
        raise ValueError(limit)

    def generate():
        with ExitStack() as stack:
            stream = iter(events)
            if hasattr(stream, "close"):
                stack.callback(stream.close)
            event = next(stream, None)
            while event is not None:
                batch, room = [event], limit - len(event)
                if room < 0:
                    raise ValueError(event)
                while (event := next(stream, None)) is not None and len(event) <= room:
                    batch.append(event)
                    room -= len(event)
                yield batch

    return generate()
