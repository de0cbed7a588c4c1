# whole
"""No state but what it was given: a closure for a class, and results that are functions."""

import copy
import operator
import random
from contextlib import suppress


def tried(code, argument):
    try:
        result = code(argument)
    except Exception as error:
        return "raises", error
    return "gives", result


def is_same(same, old, new):
    if (old[0], new[0]) == ("gives", "gives"):
        with suppress(Exception):
            return bool(same(old[1], new[1]))
        return False
    return old[0] == new[0] and type(old[1]) is type(new[1])


class Experiment:
    def __init__(self, old, new, report, *, same=operator.eq, new_first=None):
        def run(argument):
            copies = [copy.deepcopy(argument) for _ in range(2)]
            pairs = [("old", old, argument), ("new", new, copies[0])]
            if new_first() if new_first else random.choice([True, False]):
                pairs.reverse()
            outcomes = {name: tried(code, given) for name, code, given in pairs}
            if not is_same(same, outcomes["old"], outcomes["new"]):
                with suppress(Exception):
                    report(copies[1], outcomes["old"], outcomes["new"])
            kind, value = outcomes["old"]
            if kind == "gives":
                return value
            raise value

        self.run = run
