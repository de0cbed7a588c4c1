"""Who runs a generator's `finally`."""

import contextlib
import gc
import weakref


def read_meter(log, held=None):
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
    """The last reference is gone: the log, and whether the generator is gone too."""
    log = []
    meter = read_meter(log)
    next(meter)
    left = weakref.ref(meter)
    del meter
    return collected(left, log)


def after_abandoning_a_cycle():
    """The generator is referenced only by a list that it holds itself."""
    log = []
    held = []
    meter = read_meter(log, held)
    held.append(meter)
    next(meter)
    left = weakref.ref(meter)
    del meter, held
    return collected(left, log)


def collected(left, log):
    for _ in range(50):
        if left() is None:
            break
        gc.collect()
    return {"log": log, "gone": left() is None}


if __name__ == "__main__":
    print("after break, still referenced:", after_break())
    print("after close():", after_close())
    print("after `with closing(...)`:", after_closing())
    print("after close(), never started:", after_closing_unstarted())
    print("after the last reference is gone:", after_abandoning())
    print("after a collection, from a cycle:", after_abandoning_a_cycle())
