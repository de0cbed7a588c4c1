"""What two counting instruments see of the same scan: cProfile calls, sys.monitoring lines."""

import cProfile
import sys
import threading
from collections import Counter

import scans
from settlement import work
from settlement.matching import Number


def comparisons(way, size):
    """The truth: how often numbers that count it are compared."""
    work.counted.clear()
    scans.places(way, [*map(Number, range(size))], [*map(Number, range(size))])
    return work.counted["comparisons"]


def calls(action):
    """How often cProfile saw each function called, built-in or not."""
    profile = cProfile.Profile()
    profile.runcall(action)
    profile.create_stats()
    return {function: count for (_, _, function), (_, count, *_) in profile.stats.items()}


def most_calls(way, size):
    numbers = [*range(size)]
    return max(calls(lambda: scans.places(way, numbers, numbers)).values())


def most_visits(way, size):
    """How often the most visited line of scans.py ran, by sys.monitoring."""
    monitoring, visits = sys.monitoring, Counter()
    tool, event = monitoring.DEBUGGER_ID, monitoring.events.LINE

    def visited(code, line):
        if code.co_filename == scans.__file__:
            visits[line] += 1

    monitoring.use_tool_id(tool, "lines")
    monitoring.register_callback(tool, event, visited)
    monitoring.set_events(tool, event)
    try:
        scans.places(way, [*range(size)], [*range(size)])
    finally:
        monitoring.set_events(tool, 0)
        monitoring.free_tool_id(tool)
    return max(visits.values())


def calls_in_two_threads(size):
    """Calls of `same` that cProfile sees while another thread scans, too."""
    numbers = [*range(size)]

    def both():
        arguments = "place_by_calls", numbers, numbers
        other = threading.Thread(target=scans.places, args=arguments)
        other.start()
        other.join()
        scans.places(*arguments)

    return calls(both)["same"]


def second_profiler():
    """What becomes of a profiler that starts while another one counts."""
    with cProfile.Profile():
        return profiler_after_profiler()


def profiler_after_profiler():
    try:
        cProfile.Profile().runcall(len, "one")
    except ValueError as error:
        return type(error).__name__
    return "passes"


if __name__ == "__main__":
    for way in "place_by_calls", "place_by_loop", "place_by_one_line", "place_by_list_index":
        print(f"{way}: {comparisons(way, 200):,} comparisons,", end=" ")
        print(f"{most_calls(way, 200):,} calls, {most_visits(way, 200):,} visits of a line")
