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


def after_close(begun):
    log = []
    meter = read_meter(log)
    if begun:
        next(meter)
    meter.close()
    return list(log)


def after_closing():
    log = []
    with contextlib.closing(read_meter(log)) as meter:
        for _ in meter:
            break
    return list(log)


def abandoned(begun, in_a_cycle):
    """Drops the last reference from outside; the log before and after a collection."""
    log, held = [], []
    meter = read_meter(log, held)
    if in_a_cycle:
        held.append(meter)  # the generator's frame refers to a list that refers to the generator
    if begun:
        next(meter)
    left = weakref.ref(meter)
    gc.disable()
    del meter, held
    before = list(log)
    gc.enable()
    for _ in range(50):
        if left() is None:
            break
        gc.collect()
    return {"before": before, "after": log, "gone": left() is None}


if __name__ == "__main__":
    print("after break, still referenced:", after_break())
    print("after close():", after_close(begun=True))
    print("after close(), never begun:", after_close(begun=False))
    print("after `with closing(...)`:", after_closing())
    print("after the last reference is gone:", abandoned(begun=True, in_a_cycle=False))
    print("from a cycle:", abandoned(begun=True, in_a_cycle=True))
