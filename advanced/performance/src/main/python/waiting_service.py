"""A service for a sampler to look at: one thread computes, one waits; ends with its input."""

import itertools
import os
import sys
import threading

from settlement.matching import matched_after, matched_before

MATCH = {"before": matched_before, "after": matched_after}


def wait_for_database(inside):
    inside.set()
    os.read(0, 1)  # nobody ever answers: it ends when whoever started us does
    os._exit(0)


def serve(way, payments_first):
    """Matches without end; says so once it has matched so many payments."""
    inside = threading.Event()
    threading.Thread(target=wait_for_database, args=[inside]).start()
    inside.wait()
    numbers = [*range(100)]

    def announced(number):
        os.write(1, b"matching\n")
        return number

    wanted = itertools.chain(
        itertools.islice(itertools.cycle(numbers), payments_first),
        map(announced, [0]),
        itertools.cycle(numbers),
    )
    MATCH[way](numbers, wanted)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        serve(sys.argv[1], int(sys.argv[2]))
    else:
        print("matches without end: sampled.py starts it, and looks")
