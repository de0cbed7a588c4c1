"""A fork copies a lock as it is, and of the threads only the one that forks."""

import multiprocessing
import threading
import warnings

journal = threading.Lock()  # whoever writes to the shop's journal holds it
SECONDS = 20  # a generous limit for what must happen
MOMENT = 0.1  # how long the child tries
writers = []  # the threads that write


def try_to_write(answers):
    """In the child: whether it gets the journal's lock, and which writers are alive there."""
    answers.send([journal.acquire(timeout=MOMENT), alive()])


def alive():
    return [writer.is_alive() for writer in writers]


def child_by(method, is_writing):
    """What a child finds that is started while another thread writes to the journal, or not."""
    is_held, may_end = threading.Event(), threading.Event()

    def write():
        if is_writing:
            journal.acquire()
        is_held.set()
        may_end.wait(SECONDS)

    writer = threading.Thread(target=write)
    writers[:] = [writer]
    writer.start()
    is_held.wait(SECONDS)
    start = multiprocessing.get_context(method)
    answers, child_end = start.Pipe(duplex=False)
    child = start.Process(target=try_to_write, args=(child_end,))
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        child.start()
    gets_it, alive_there = answers.recv()
    child.join()
    alive_here = alive()
    may_end.set()
    writer.join()
    if is_writing:
        journal.release()
    return {
        "gets it": gets_it,
        "alive": alive_here + alive_there,
        "warnings": [warning.category.__name__ for warning in seen],
    }


def default_method():
    return multiprocessing.get_start_method()


if __name__ == "__main__":
    print("default start method:", default_method())
    for method in multiprocessing.get_all_start_methods():
        print(f"{method}, while a thread holds the lock:", child_by(method, True))
        print(f"{method}, while none does:", child_by(method, False))
