"""What somebody's own code may meet on one Python and not on the other."""

import sys
import threading


def outcome(action, *arguments):
    try:
        return action(*arguments)
    except Exception as failure:
        return type(failure).__name__


def descend(depth):
    return 0 if depth == 0 else 1 + descend(depth - 1)


def recursion(depth):
    return outcome(descend, depth)


def recursion_in_a_thread(depth):
    """In a thread as any is started: with the default stack of the process."""
    outcomes = []
    thread = threading.Thread(target=lambda: outcomes.append(recursion(depth)))
    thread.start()
    thread.join()
    return outcomes[0]


def recursion_with_another_limit(limit, depth):
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(limit)
    try:
        return recursion(depth)
    finally:
        sys.setrecursionlimit(before)


def syntax(text):
    def tried():
        compile(text, "new.py", "exec")
        return "compiles"

    return outcome(tried)


def library(module):
    def tried():
        __import__(module)
        return "is imported"

    return outcome(tried)


def pool_of_processes():
    from concurrent.futures import ProcessPoolExecutor

    def tried():
        with ProcessPoolExecutor(1) as pool:
            return pool.submit(abs, -42).result()

    return outcome(tried)


def time_zone_path():
    import zoneinfo

    return len(zoneinfo.TZPATH) > 0


def order_of_a_set():
    return list({"plum", "fig", "kiwi", "lime", "pear"})
