"""Skips a reading, so that what Java took ahead is not what Python left."""


def produce(log):
    try:
        for reading in (0, 2, 4):
            log(f"made {reading}")
            yield reading
    finally:
        log("closed")
