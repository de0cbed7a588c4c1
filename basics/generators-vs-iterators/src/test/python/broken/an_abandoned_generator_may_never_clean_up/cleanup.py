"""The connection is not closed in a `finally`: only reading to the end would close it."""


def read_meter(log, held=None):
    log.append("opened")
    while True:
        yield 42
    log.append("closed")
