"""What crosses the border to another process: a pickle, each time, and one way."""

import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.reduction import ForkingPickler
from multiprocessing.shared_memory import SharedMemory

POOLS = {"processes": ProcessPoolExecutor, "threads": ThreadPoolExecutor}


class Order:
    """Counts how often it is pickled, and remembers whether somebody has paid."""

    def __init__(self, paid=False):
        self.paid = paid
        self.pickled = 0

    def __reduce__(self):
        self.pickled += 1
        return Order, (self.paid,)


def pay(order):
    order.paid = True
    return order.paid


def pay_three_times(pool):
    """One order, submitted three times: how often it is pickled, and where it is then paid."""
    order = Order()
    with POOLS[pool]() as workers:
        paid = [job.result() for job in [workers.submit(pay, order) for _ in range(3)]]
    return {"pickled": order.pickled, "paid there": paid, "paid here": order.paid}


def submit_a_lambda(pool):
    """What comes of it: its result, or the name of an error."""
    with POOLS[pool]() as workers:
        job = workers.submit(lambda cents: cents * 119 // 100, 1000)
        error = job.exception()
    return type(error).__name__ if error else job.result()


def bytes_across(size):
    """How long the pickle is that carries so many bytes, and the one that only names them."""
    readings = bytearray(b"1") * size
    shared = SharedMemory(create=True, size=size)
    shared.buf[:size] = readings
    with ProcessPoolExecutor() as workers:
        seen_there = workers.submit(add_one, shared).result()
    report = {
        "pickled": len(ForkingPickler.dumps(readings)),
        "pickled, shared": len(ForkingPickler.dumps(shared)),
        "seen": [seen_there, shared.buf[0]],
    }
    shared.close()
    shared.unlink()
    return report


def add_one(shared):
    shared.buf[0] += 1
    seen = shared.buf[0]
    shared.close()
    return seen


def after_a_worker(ends):
    """What becomes of a job when a worker has crashed, or has only raised."""
    with ProcessPoolExecutor() as workers:
        workers.submit(ENDS[ends]).exception()
        try:
            return workers.submit(pay, Order()).result()
        except BrokenProcessPool as error:
            return type(error).__name__


ENDS = {"crashes": os.abort, "raises": max}  # without arguments, max raises TypeError


if __name__ == "__main__":
    print("one order, submitted to a process three times:", pay_three_times("processes"))
    print("one order, submitted to a thread three times:", pay_three_times("threads"))
    print("a lambda, to a process:", submit_a_lambda("processes"))
    print("a lambda, to a thread:", submit_a_lambda("threads"))
    print("a megabyte:", bytes_across(1_000_000))
    print("a worker crashes, then:", after_a_worker("crashes"))
