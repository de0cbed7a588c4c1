"""A GIL belongs to an interpreter: a second one runs while the first never lets go."""

import sys
import threading
from concurrent import interpreters  # since 3.14

NEVER = 100.0  # seconds until a hand-over is forced: longer than all of this takes

# What the other one does, wherever it runs: it says that it is there, and answers when asked.
ANSWER = """
import time
arrivals.put("here")
while not flags[0]:
    time.sleep(0)  # lets go of its lock, and takes it again
flags[1] = True
"""


def in_a_thread(**shared):
    return lambda: exec(ANSWER, shared)


def in_an_interpreter(**shared):
    return answering_in(interpreters.create(), shared)


def in_an_interpreter_sharing_the_lock(**shared):
    import _interpreters  # private: only it can make one that shares the lock

    legacy = _interpreters.create("legacy", reqrefs=True)
    return answering_in(interpreters.Interpreter(legacy), shared)


def answering_in(interpreter, shared):
    interpreter.prepare_main(shared)
    return lambda: interpreter.exec(ANSWER)


def answer(where, turns):
    """Whether the other one answers while this thread spins and never lets go."""
    flags, arrivals = memoryview(bytearray(2)), interpreters.create_queue()
    other = threading.Thread(target=globals()[where](flags=flags, arrivals=arrivals))
    usual = sys.getswitchinterval()
    sys.setswitchinterval(NEVER)  # before the start: no shorter wait may be left over
    other.start()
    report = {"there": arrivals.get(), "interval": sys.getswitchinterval()}
    flags[0] = True
    report["turns"] = turns_until_answered(flags, turns)
    report["answered"] = bool(flags[1])
    sys.setswitchinterval(usual)
    other.join()
    return report | {"flags in the end": flags.tolist()}


def turns_until_answered(flags, turns):
    for turn in range(turns):
        if flags[1]:
            return turn
    return turns


if __name__ == "__main__":
    print("while this thread never lets go, does the other one answer?")
    for where in "in_a_thread", "in_an_interpreter_sharing_the_lock", "in_an_interpreter":
        print(f"... {where}:", answer(where, 1_000_000)["answered"])
