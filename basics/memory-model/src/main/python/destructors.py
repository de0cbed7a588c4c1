"""What `__del__` promises, and what `with` does."""

import sys
import weakref

from collecting import collected


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
    return {"by the next line": by_the_next_line, "gone": collected(left), "in the end": log}


def dropped_twice():
    """How often it was closed, how often it came back, and whether the second drop ended it."""
    log, back = [], []
    ReturningValve(log, back)
    if not back:
        return {"log": log, "back": 0, "gone": None}
    left = weakref.ref(back[0])
    times = len(back)
    back.clear()  # now it is dropped again
    return {"log": log, "back": times, "gone": collected(left)}


def error_of(action):
    try:
        action()
    except Exception as failure:
        return type(failure).__name__
    return None


def never_made():
    """What construction raises, and what is closed all the same."""
    log = []
    return {"error": error_of(lambda: UntestedValve(log)), "log": log}


def jammed():
    """The error of a close: who sees it, if `__del__` calls it and if we do."""
    told = []
    usual = sys.unraisablehook
    sys.unraisablehook = lambda unraisable: told.append(unraisable.exc_type.__name__)
    told_by_del = {"caller": error_of(lambda: JammedValve([])), "hook": list(told)}
    by_hand = error_of(JammedValve([]).__exit__)
    sys.unraisablehook = usual
    return {**told_by_del, "caller of `with`": by_hand}


def in_a_with_block(failing=False):
    """What is closed at the end of a block, though the valve is kept, and what the block raises."""
    valve = Valve([])

    def block():
        with valve as entered:
            entered.log.append("in the block")
            if failing:
                raise ValueError("the block fails")

    return {"error": error_of(block), "log": list(valve.log)}


if __name__ == "__main__":
    print("dropped:", dropped())
    print("dropped, back again, dropped again:", dropped_twice())
    print("never made:", never_made())
    print("its close fails:", jammed())
    print("after `with`:", in_a_with_block())
