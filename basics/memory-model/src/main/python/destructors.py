"""What `__del__` promises, and what `with` does."""

import contextlib
import gc
import sys
import weakref


class Valve:
    def __init__(self, log):
        self.log = log

    def close(self):
        self.log.append("closed")

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()

    def __del__(self):
        self.close()


class UntestedValve(Valve):
    def __init__(self, log):
        super().__init__(log)
        raise ValueError("failed its pressure test")


class JammedValve(Valve):
    def close(self):
        raise OSError("jammed")


class ReturningValve(Valve):
    """Its `__del__` makes a new reference to it: it lives again."""

    def __init__(self, log, back):
        super().__init__(log)
        self.back = back

    def close(self):
        super().close()
        self.back.append(self)


def dropped():
    """What a dropped valve has done by the next line, and whether it is gone in the end."""
    log = []
    left = weakref.ref(Valve(log))
    by_the_next_line = list(log)
    for _ in range(10):
        if left() is None:
            break
        gc.collect()
    return {"by the next line": by_the_next_line, "gone": left() is None, "in the end": log}


def dropped_twice():
    log, back = [], []
    ReturningValve(log, back)
    back.clear()  # now it is dropped again
    return log


def never_made():
    log = []
    with contextlib.suppress(ValueError):
        UntestedValve(log)
    return log


def jammed():
    """The error of a `__del__`: what the caller sees, and what the hook of last resort is told."""
    told = []
    usual = sys.unraisablehook
    sys.unraisablehook = lambda unraisable: told.append(unraisable.exc_type.__name__)
    try:
        JammedValve([])
        seen = None
    except OSError as failure:
        seen = type(failure).__name__
    finally:
        sys.unraisablehook = usual
    return {"caller": seen, "hook": told}


def in_a_with_block():
    valve = Valve([])
    with valve:
        pass
    return list(valve.log)


if __name__ == "__main__":
    print("dropped:", dropped())
    print("dropped, back again, dropped again:", dropped_twice())
    print("never made:", never_made())
    print("its close fails:", jammed())
    print("after `with`:", in_a_with_block())
