"""What a second, runnable thread gets done while the first computes or waits."""

import os
import sys
import threading
from itertools import repeat

STEPS = 1000


def steps_during(done, interval, work, *arguments, then=lambda: None):
    """What `work` returns, and how far another, runnable thread gets in the meantime."""
    gate = threading.Lock()
    gate.acquire()

    def make_steps():
        with gate:
            for step in range(STEPS):
                done.append(step)
        then()

    other = threading.Thread(target=make_steps)
    usual = sys.getswitchinterval()
    sys.setswitchinterval(interval)  # before the start: no shorter wait may be left over
    other.start()  # comes back when the other thread blocks at the gate
    gate.release()  # from here on it can run, if it is let
    result = work(*arguments)
    report = {"steps": len(done), "interval": sys.getswitchinterval()}
    sys.setswitchinterval(usual)
    other.join()
    return result, report | {
        "in the end": len(done),
        "one built-in": type(work) is type(len) and work.__name__,
    }


def while_looping(interval, turns):
    """This thread loops until it is overtaken, or has had its turns."""
    done = []

    def loop():
        for turn in range(turns):
            if len(done) == STEPS:
                return turn
        return turns

    turns_made, report = steps_during(done, interval, loop)
    return report | {"turns": turns_made}


def inside_one_call(interval, turns):
    """This thread makes one long call into C, which looks how far the other one is."""
    done = []
    most, report = steps_during(done, interval, max, map(len, repeat(done, turns)))
    return report | {"steps inside": most}


def while_reading_a_pipe(interval):
    reader, writer = os.pipe()
    _, report = steps_during([], interval, os.read, reader, 1, then=lambda: os.write(writer, b"!"))
    os.close(reader)
    os.close(writer)
    return report


def while_waiting_for_a_lock(interval):
    lock = threading.Lock()
    lock.acquire()
    return steps_during([], interval, lock.acquire, then=lock.release)[1]


def while_polling_a_lock(interval, turns):
    """The same without blocking. None where no interval holds, and a hand-over is luck."""
    if sys.implementation.name != "cpython":
        return None
    lock = threading.Lock()
    lock.acquire()
    polls = map(lock.acquire, repeat(False, turns))
    gained, report = steps_during([], interval, any, polls, then=lock.release)
    return report | {"gained": gained, "gained later": lock.acquire(False)}


if __name__ == "__main__":
    print("another thread's steps while this one loops:", while_looping(100, 1_000_000)["steps"])
    print("... while this one reads an empty pipe:", while_reading_a_pipe(100)["steps"])
    print("... while this one waits for a lock:", while_waiting_for_a_lock(100)["steps"])
