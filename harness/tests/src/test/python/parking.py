"""Two cars and one parking space, with several kinds of locks around it."""

import sys
import threading

from overtaking import mutual_overtakings, overtakings


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


class ParkingWithALockOnDemand(Parking):
    """Two cars can make two locks, if both look before either has made its own."""

    def enter(self):
        if self.lock is None:
            self.lock = threading.Lock()
        return super().enter()


class ImpatientParking(Parking):
    """Room for both; one that has waited for too long tries again, or takes it to be full."""

    def __init__(self, tries):
        super().__init__(threading.Lock())
        self.free = 2
        self.tries = tries

    def enter(self):
        for _ in range(self.tries):
            if self.lock.acquire(timeout=60):
                try:
                    if self.free == 0:
                        return False
                    self.free -= 1
                    return True
                finally:
                    self.lock.release()
        return False


def overtaken_when_impatient(tries):
    return outcomes_of(overtakings, lambda: ImpatientParking(tries))


def overtaken_with(kind):
    return outcomes_of(overtakings, lambda: Parking(KINDS[kind]()))


def overtaking_each_other_with(kind):
    return outcomes_of(mutual_overtakings, lambda: Parking(KINDS[kind]()))


def overtaken_with_a_lock_on_demand():
    return outcomes_of(overtakings, lambda: ParkingWithALockOnDemand(None))


def overtaking_each_other_with_a_lock_on_demand():
    return outcomes_of(mutual_overtakings, lambda: ParkingWithALockOnDemand(None))


def outcomes_of(steps, new_parking):
    """What two overtaking cars get at each step, and whether a wait ever went unseen."""
    outcomes, unseen = [], 0
    for step in steps(sys.modules[__name__]):
        parking = new_parking()
        cars = step.calls(parking.enter, parking.enter)
        outcomes.append(sorted(car.result() for car in cars))
        unseen += not step.stopped
    return {
        "steps": len(outcomes),
        "both parked": outcomes.count([True, True]),
        "one parked": outcomes.count([False, True]),
        "unseen": unseen,
    }
