"""A GIL belongs to an interpreter: a second one runs while the first never lets go."""

import contextlib
import mmap
import os
import sys
import tempfile
import threading

HANDS_OFF = 100.0  # seconds between two hand-overs: long enough that none is forced

# What the second interpreter does: it waits, computing all the while, then answers.
ANSWER = """
import mmap
with open({path!r}, "r+b") as file, mmap.mmap(file.fileno(), 2) as flags:
    flags[1] = 7  # here I am
    while flags[0] == 0:
        pass
    flags[1] = 1
"""


def answered(flags, turns):
    """Whether somebody raises flag 1 while this thread spins and never blocks."""
    while flags[1] != 1 and turns:
        turns -= 1
    return flags[1] == 1


@contextlib.contextmanager
def hands_off():
    usual = sys.getswitchinterval()
    sys.setswitchinterval(HANDS_OFF)
    yield
    sys.setswitchinterval(usual)


def by_a_thread():
    flags = bytearray(2)
    gate = threading.Lock()
    gate.acquire()

    def answer():
        with gate:
            flags[1] = 1

    thread = threading.Thread(target=answer)
    with hands_off():
        thread.start()  # comes back when the thread blocks at the gate
        gate.release()
        result = answered(flags, turns=2_000_000)
    thread.join()
    return result


def by_an_interpreter():
    from concurrent import interpreters

    handle, path = tempfile.mkstemp()
    os.write(handle, b"\0\0")
    interpreter = interpreters.create()
    with mmap.mmap(handle, 2) as flags:
        thread = interpreter.call_in_thread(exec, ANSWER.format(path=path))
        while flags[1] != 7:
            pass  # the usual interval still holds, so it gets its turns to begin
        with hands_off():
            flags[0] = 1
            result = answered(flags, turns=1_000_000_000)
        thread.join()
    interpreter.close()
    os.close(handle)
    os.unlink(path)
    return result


if __name__ == "__main__":
    print("while this thread never lets go, another thread answers:", by_a_thread())
    print("... another interpreter answers:", by_an_interpreter())
