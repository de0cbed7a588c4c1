"""Who runs a generator's `finally`."""

import contextlib
import gc


def read_meter(log):
    try:
        while True:
            yield 42
    finally:
        log.append("connection closed")


def after_break():
    log = []
    meter = read_meter(log)
    for _ in meter:
        break
    return list(log)  # meter is still referenced, and still suspended


def after_close():
    log = []
    meter = read_meter(log)
    next(meter)
    meter.close()
    return log


def after_closing():
    log = []
    with contextlib.closing(read_meter(log)) as meter:
        next(meter)
    return log


def after_closing_unstarted():
    log = []
    read_meter(log).close()
    return log


def after_abandoning():
    """No reference is left, and the collector is asked three times."""
    log = []
    meter = read_meter(log)
    next(meter)
    del meter
    for _ in range(3):
        gc.collect()
    return log


if __name__ == "__main__":
    print("after break, still referenced:", after_break())
    print("after close():", after_close())
    print("after `with closing(...)`:", after_closing())
    print("after close(), never started:", after_closing_unstarted())
    print("after the last reference is gone:", after_abandoning())
