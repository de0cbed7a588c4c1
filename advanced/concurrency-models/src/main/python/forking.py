"""A fork copies a lock as it is, and of the threads only the one that forks."""

import multiprocessing
import threading
import warnings

journal = threading.Lock()  # whoever writes to the shop's journal holds it
SECONDS = 20  # a generous limit for what must happen


def try_to_write(answers):
    """In the child: whether it gets the journal's lock, and how many threads there are."""
    answers.send([journal.acquire(blocking=False), threading.active_count()])


def child_by(method, is_writing):
    """What a child finds that is started while another thread writes to the journal, or not."""
    is_held, may_end = threading.Event(), threading.Event()

    def write():
        if is_writing:
            journal.acquire()
        is_held.set()
        may_end.wait(SECONDS)

    writer = threading.Thread(target=write)
    writer.start()
    is_held.wait(SECONDS)
    start = multiprocessing.get_context(method)
    answers, child_end = start.Pipe(duplex=False)
    child = start.Process(target=try_to_write, args=(child_end,))
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        child.start()
    gets_it, threads = answers.recv()
    child.join()
    threads_here = threading.active_count()
    may_end.set()
    writer.join()
    if is_writing:
        journal.release()
    return {
        "gets it": gets_it,
        "threads": [threads_here, threads],
        "warnings": [warning.category.__name__ for warning in seen],
    }


def default_method():
    return multiprocessing.get_start_method()


if __name__ == "__main__":
    print("default start method:", default_method())
    for method in multiprocessing.get_all_start_methods():
        print(f"{method}, while a thread holds the lock:", child_by(method, True))
        print(f"{method}, while none does:", child_by(method, False))
