"""A planted query in a loop and a planted leak: which instrument notices, on which Python?"""

import sys
from collections import Counter
from functools import partial

KEPT = []


def customer(number):
    return f"customer {number}"


def one_by_one(orders):
    return [customer(number) for number in range(orders)]


def at_once(orders):
    return [customer(f"0 to {orders}")]


def leaking(orders):
    for number in range(orders):
        KEPT.append(f"order {number}" * 100)  # the planted line


WAYS = {"loop": one_by_one, "batch": at_once, "leak": leaking}


def by_setprofile(action):
    """Calls of each function, as the interpreter reports them to us."""
    calls = Counter()
    sys.setprofile(lambda frame, event, _: calls.update({(event, frame.f_code.co_name): 1}))
    try:
        action()
    finally:
        sys.setprofile(None)
    return calls["call", "customer"]


def by_cprofile(action):
    import cProfile

    try:
        profile = cProfile.Profile()
        profile.runcall(action)
        profile.create_stats()
    except BaseException as failure:
        if isinstance(failure, Exception):
            raise
        return 0  # on GraalPy a second profile ends with an error of Java's, and the first is empty
    counts = {name: count for (_, _, name), (count, *_) in profile.stats.items()}
    return counts.get("customer", 0)


def by_monitoring(action):
    monitoring, calls = sys.monitoring, Counter()
    tool, event = monitoring.PROFILER_ID, monitoring.events.PY_START
    monitoring.use_tool_id(tool, "calls")
    monitoring.register_callback(tool, event, lambda code, _: calls.update({code.co_name: 1}))
    monitoring.set_events(tool, event)
    try:
        action()
    finally:
        monitoring.set_events(tool, 0)
        monitoring.free_tool_id(tool)
    return calls["customer"]


COUNTERS = {"setprofile": by_setprofile, "cProfile": by_cprofile, "monitoring": by_monitoring}


def counted(instrument):
    """The calls of `customer` that it sees: in a loop, in a batch, and where nobody asks."""
    if instrument == "monitoring" and not hasattr(sys, "monitoring"):
        return "absent"
    return [COUNTERS[instrument](partial(WAYS[way], 500)) for way in WAYS]


def kept(way):
    """The line of this file that holds the most memory afterwards, as tracemalloc names it."""
    import linecache
    import tracemalloc

    KEPT.clear()
    if not hasattr(tracemalloc, "start"):
        return "absent"
    tracemalloc.start()
    try:
        WAYS[way](500)
        here = tracemalloc.Filter(True, __file__)
        lines = tracemalloc.take_snapshot().filter_traces([here]).statistics("lineno")
    finally:
        tracemalloc.stop()
    if not lines or lines[0].size < 10_000:
        return "nothing"
    return linecache.getline(__file__, lines[0].traceback[0].lineno).strip()


if __name__ == "__main__":
    for instrument in COUNTERS:
        print(f"{instrument}: calls in loop, batch, leak", counted(instrument))
    print("tracemalloc:", {way: kept(way) for way in WAYS})
