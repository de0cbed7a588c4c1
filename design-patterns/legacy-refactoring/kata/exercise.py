"""Experiment: new code runs beside the old code, and no caller notices.

    experiment = Experiment(old, new, report)
    experiment.run(order)

`run` calls `old` and `new`, each once, and gives its caller what `old` gives: its result itself, or
the exception itself that it raises.

    Arguments    `old` gets the very argument of `run`. `new` gets a deep copy of it, as it was
                 before either of the two ran. Every argument can be copied.
    Order        `new_first()` is asked once in each run: if it says true, `new` is called first.
                 Without one, a coin is tossed.
    Errors       An exception of `new` is one of its possible outcomes and never reaches the caller.
                 What is no Exception, such as KeyboardInterrupt, is no outcome: it goes on to the
                 caller at once, whoever of the two raised it, and nothing is called any more.
    Outcomes     ("gives", result) or ("raises", exception).
    Comparison   Two results are the same if `same(old result, new result)` is true; without one,
                 if == says so. Two exceptions are the same if they are of the same type. A result
                 and an exception never are.
    Report       If the outcomes are not the same, `report(argument, old outcome, new outcome)` is
                 called, once, with a deep copy of the argument as it was before either ran.
    Failing      If `same`, or the truth of what it gives, raises an Exception, the outcomes are not
                 the same. If `report` raises one, that is ignored. KeyboardInterrupt goes on there,
                 too.

For example:

    >>> def report(argument, old, new): print("for", argument, old, new)
    >>> experiment = Experiment(lambda n: n >= 10, lambda n: n > 10, report)
    >>> experiment.run(9)
    False
    >>> experiment.run(10)
    for 10 ('gives', True) ('gives', False)
    True

Check yourself with ./kata practice legacy-refactoring,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

import random
from collections.abc import Callable
from operator import eq
from typing import Any

Outcome = tuple[str, Any]


def coin() -> bool:
    return random.random() < 0.5


class Experiment:
    def __init__(
        self,
        old: Callable[[Any], Any],
        new: Callable[[Any], Any],
        report: Callable[[Any, Outcome, Outcome], None],
        *,
        same: Callable[[Any, Any], bool] = eq,
        new_first: Callable[[], bool] = coin,
    ) -> None:
        raise NotImplementedError("Experiment is yours to write")

    def run(self, argument: Any) -> Any: ...
