"""Who runs a generator's `finally`."""

import contextlib
import gc
import weakref


def read_meter(log, held=None):
    log.append("opened")
    try:
        while True:
            yield 42
    finally:
        log.append("closed")


def after_break():
    """The log after the loop, while the generator is still referenced, and after its close()."""
    log = []
    meter = read_meter(log)
    for _ in meter:
        break
    before = list(log)
    meter.close()
    return {"before": before, "after": list(log)}


def after_break_from_the_only_holder():
    """The log after the loop, when nothing but the loop has referred to the generator."""
    log = []
    for _ in read_meter(log):
        break
    return list(log)


def after_closing_unstarted():
    log = []
    meter = read_meter(log)
    meter.close()
    return {"next": next(meter, "ended"), "log": log}


def after_closing():
    log = []
    with contextlib.closing(read_meter(log)) as meter:
        for _ in meter:
            break
    return list(log)  # meter is still referenced, so only close() can have run it


def stubborn():
    try:
        yield
    finally:
        yield


def closed_while_it_yields():
    meter = stubborn()
    next(meter)
    try:
        meter.close()
    except RuntimeError as error:
        return type(error).__name__


def counting():
    count = 0
    try:
        while True:
            count += 1
            yield
    except GeneratorExit:
        return f"{count} readings"


def returned_by_close():
    meter = counting()
    next(meter)
    next(meter)
    return meter.close()


def abandoned(started, in_a_cycle):
    """Drops the last reference from outside; the log before and after a collection."""
    log, held = [], []
    meter = read_meter(log, held)
    if in_a_cycle:
        held.append(meter)  # the generator's frame refers to a list that refers to the generator
    if started:
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
    print("after break, before and after close():", after_break())
    print("after break, nobody else refers to it:", after_break_from_the_only_holder())
    print("after close(), never started:", after_closing_unstarted())
    print("after `with closing(...)`:", after_closing())
    print("close() of a generator that yields in its finally:", closed_while_it_yields())
    print("close() returns:", returned_by_close())
    print("after the last reference is gone:", abandoned(started=True, in_a_cycle=False))
    print("from a cycle:", abandoned(started=True, in_a_cycle=True))
