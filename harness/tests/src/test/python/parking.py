"""Two cars and one parking space, with several kinds of locks around it."""

import sys
import threading

from overtaking import overtakings


class NoLock:
    def __enter__(self):
        pass

    def __exit__(self, *_):
        pass


KINDS = {
    "nothing": NoLock,
    "a Lock": lambda: threading.Lock(),
    "an RLock": lambda: threading.RLock(),
    "a Condition": lambda: threading.Condition(),
    "a Semaphore": lambda: threading.Semaphore(1),
}


class Parking:
    def __init__(self, lock):
        self.free = 1
        self.lock = lock

    def enter(self):
        with self.lock:
            if self.free == 0:
                return False
            self.free -= 1
            return True


def overtaken_with(kind):
    """What two overtaking cars get at each step, and whether a wait ever went unseen."""
    outcomes, unseen = [], 0
    for step in overtakings(sys.modules[__name__]):
        parking = Parking(KINDS[kind]())
        cars = step.calls(parking.enter, parking.enter)
        outcomes.append(sorted(car.result() for car in cars))
        unseen += not step.stopped
    return {
        "steps": len(outcomes),
        "both parked": outcomes.count([True, True]),
        "one parked": outcomes.count([False, True]),
        "unseen": unseen,
    }
