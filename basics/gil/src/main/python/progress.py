"""What a second, runnable thread gets done while the first keeps busy or waits."""

import os
import sys
import threading

STEPS = 1000
HANDS_OFF = 100.0  # seconds between two hand-overs: long enough that none is forced


def steps_during(work, then=lambda: None):
    """The steps of another, runnable thread by the end of this one's `work`, and in all."""
    gate = threading.Lock()
    gate.acquire()
    steps = 0

    def step():
        nonlocal steps
        with gate:
            for _ in range(STEPS):
                steps += 1
        then()

    other = threading.Thread(target=step)
    usual = sys.getswitchinterval()
    sys.setswitchinterval(HANDS_OFF)  # before the start: no shorter wait may be left over
    other.start()  # comes back when the other thread blocks at the gate
    gate.release()  # from here on it can run, if it is let
    work(lambda: steps)
    seen = steps
    sys.setswitchinterval(usual)
    other.join()
    return seen, steps


def while_looping(turns):
    """This thread computes, in pure Python, until it is overtaken or has had its turns."""

    def loop(steps):
        for _ in range(turns):
            if steps() == STEPS:
                break

    return steps_during(loop)


def while_reading_a_pipe():
    reader, writer = os.pipe()
    seen, _ = steps_during(lambda steps: os.read(reader, 1), then=lambda: os.write(writer, b"!"))
    os.close(reader)
    os.close(writer)
    return seen


def while_waiting_for_a_lock():
    lock = threading.Lock()
    lock.acquire()
    seen, _ = steps_during(lambda steps: lock.acquire(), then=lock.release)
    return seen


if __name__ == "__main__":
    print("steps of the other thread while this one loops, and in all:", while_looping(1_000_000))
    print("... while this one reads an empty pipe:", while_reading_a_pipe())
    print("... while this one waits for a lock:", while_waiting_for_a_lock())
