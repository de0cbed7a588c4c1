# caught by: however it ends, what the events are taken from is closed
# KeyboardInterrupt is no Exception, and the end of the events is none at all.


def batches(events, limit):
    try:
        yield from cut(events, limit)
    except (Exception, GeneratorExit):
        if hasattr(events, "close"):
            events.close()
        raise
