"""A service for a sampler to look at: one thread computes, one waits; ends with its input."""

import itertools
import os
import sys
import threading

from settlement.matching import matched_before

ORDERS = range(100)
UNKNOWN = -1  # the number of a payment without an order


class OrdersWithoutEnd:
    """Orders 0 to 99, and again from 0: who looks for another number looks for ever."""

    def __iter__(self):
        return itertools.cycle(ORDERS)


def payments(first):
    """So many payments that have an order, each followed by one more; then one that has none."""
    matched = 0
    for number in itertools.islice(itertools.cycle(ORDERS), first):
        yield number
        matched += 1  # it is back for the next one
    os.write(1, b"%d\n" % matched)
    yield UNKNOWN


def wait_for_database(inside):
    inside.set()
    os.read(0, 1)  # nobody ever answers: it ends when whoever started us does
    os._exit(0)


def serve(payments_first):
    """Matches so many payments, says how many, and is in the next one until its input ends."""
    inside = threading.Event()
    threading.Thread(target=wait_for_database, args=[inside]).start()
    inside.wait()
    matched_before(OrdersWithoutEnd(), payments(payments_first))


if __name__ == "__main__":
    if len(sys.argv) == 2:
        serve(int(sys.argv[1]))
    else:
        print("matches without end: sampled.py starts it, and looks")
