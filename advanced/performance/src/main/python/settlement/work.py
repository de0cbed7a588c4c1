"""Counts the work of each layer, and fails a test that needs more of it than its budget."""

import functools
import threading
from collections import Counter

KINDS = ("bytes_copied", "parses", "statements", "comparisons", "conversions")

counted = Counter()  # of the whole process: work in other threads counts, too
lock = threading.Lock()


class OverBudget(AssertionError):
    """More work was counted than the budget allows."""


class NothingCounted(AssertionError):
    """None of the work was counted: is the counter still connected?"""


def count(kind, amount=1):
    with lock:
        counted[kind] += amount


def work_budget(**most):
    """A decorator: the call may do this much work of each kind, and must do some of it."""
    if unknown := set(most) - set(KINDS):
        raise TypeError(f"nobody counts {sorted(unknown)}")

    def with_budget(function):
        @functools.wraps(function)
        def within_budget(*arguments, **named):
            before = counted.copy()
            result = function(*arguments, **named)
            for kind, limit in most.items():
                done = counted[kind] - before[kind]
                if done > limit:
                    raise OverBudget(f"{kind}: {done}, at most {limit}")
                if limit and not done:
                    raise NothingCounted(kind)
            return result

        return within_budget

    return with_budget
