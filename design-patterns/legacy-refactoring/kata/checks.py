"""What a correct Experiment does."""

from __future__ import annotations

import contextlib
import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
from collections.abc import Callable
from types import ModuleType
from typing import Any

from checking import attempt, check, expect, expect_error, main


class Stop(BaseException):
    """As CancelledError of asyncio: not an Exception, on purpose."""


class Declined(Exception):
    pass


class Broken(Declined):
    pass


class Code:
    """Old or new code: gives or raises what it is told to, and notes each call in a common list."""

    def __init__(self, name: str, answer: Any, calls: list[Any], change: bool = False) -> None:
        self.name, self.answer, self.calls, self.change = name, answer, calls, change

    def __call__(self, argument: Any) -> Any:
        self.calls.append((self.name, repr(argument)))
        if self.change:
            argument["lines"].append(self.name)
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


class Trial:
    """An experiment, and all that comes of a run."""

    def __init__(
        self, kata: ModuleType, old: Any, new: Any, change: str = "", told: Any = None, **more: Any
    ) -> None:
        self.calls: list[Any] = []
        self.reports: list[Any] = []
        self.told = told
        more.setdefault("new_first", lambda: False)
        codes = [
            Code(name, answer, self.calls, name in change.split())
            for name, answer in [("old", old), ("new", new)]
        ]
        self.experiment = attempt(
            "Experiment(old, new, report)", lambda: kata.Experiment(*codes, self.report, **more)
        )

    def report(self, argument: Any, old: Any, new: Any) -> None:
        self.reports.append((argument, told(old), told(new)))
        if self.told is not None:
            raise self.told

    def run(self, argument: Any = 7) -> Callable[[], Any]:
        return lambda: self.experiment.run(argument)


def told(outcome: Any) -> Any:
    """An outcome with an exception's type in its place."""
    if isinstance(outcome, tuple) and len(outcome) == 2 and isinstance(outcome[1], BaseException):
        return outcome[0], type(outcome[1]).__name__
    return outcome


def expect_reports(trial: Trial, reports: list[Any], when: str = "") -> None:
    expect(f"what is reported{when}", lambda: trial.reports, gives=reports)


def expect_raised(trial: Trial, call: str, error: BaseException) -> None:
    """This very exception comes out."""
    expect_error(call, trial.run(), type(error))
    came: list[BaseException] = []
    try:
        trial.experiment.run(7)
    except BaseException as raised:
        came.append(raised)
    expect("the exception is the old code's own", lambda: came[0] is error, gives=True)


@check("the caller gets what the old code gives")
def old_result(kata: ModuleType) -> None:
    for old, new in [(1, 2), (None, 3), (0, False), ("", "x"), (5, 5)]:
        for first in (True, False):
            trial = Trial(kata, old, new, new_first=lambda first=first: first)
            expect(f"run(7), old gives {old!r}, new {new!r}", trial.run(), gives=old)
            expect(
                "calls", lambda trial=trial: sorted(trial.calls), gives=[("new", "7"), ("old", "7")]
            )


@check("the caller gets the exception that the old code raises")
def old_error(kata: ModuleType) -> None:
    declined = Declined("card")
    expect_raised(Trial(kata, declined, 1), "run(7), old raises Declined, new gives 1", declined)


@check("no exception of the new code reaches the caller")
def new_error(kata: ModuleType) -> None:
    for error in (KeyError("rate"), Declined(), StopIteration(), AssertionError()):
        for first in (True, False):
            trial = Trial(kata, 5, error, new_first=lambda first=first: first)
            expect(f"run(7), new raises {error!r}", trial.run(), gives=5)
            expect_reports(trial, [(7, ("gives", 5), ("raises", type(error).__name__))])
    for error in (Declined("no"), ValueError("bad")):
        declined = Declined("card")
        trial = Trial(kata, declined, error)
        expect_raised(trial, f"run(7), old raises Declined, new {error!r}", declined)


@check("new_first decides, once in each run, who is called first")
def order(kata: ModuleType) -> None:
    asked = iter([True, False, 1, 0])
    trial = Trial(kata, 5, 5, new_first=lambda: next(asked))
    for expected in (["new", "old"], ["old", "new"]) * 2:
        trial.calls.clear()
        expect("run(7)", trial.run(), gives=5)
        expect("calls", lambda: [name for name, _ in trial.calls], gives=expected)


@check("what is no Exception goes on to the caller, and stops the run")
def no_exception(kata: ModuleType) -> None:
    for error in (KeyboardInterrupt(), SystemExit(), Stop()):
        trial = Trial(kata, 5, error)
        expect_error(f"run(7), new raises {error!r}", trial.run(), type(error))
        expect_reports(trial, [])
        trial = Trial(kata, error, 5)
        expect_error(f"run(7), old raises {error!r}", trial.run(), type(error))
        expect("calls, old first", lambda trial=trial: trial.calls, gives=[("old", "7")])
        trial = Trial(kata, 5, error, new_first=lambda: True)
        expect_error(f"run(7), new is first and raises {error!r}", trial.run(), type(error))
        expect("calls, new first", lambda trial=trial: trial.calls, gives=[("new", "7")])
        trial = Trial(kata, error, 5, new_first=lambda: True)
        expect_error(f"run(7), new is first, old raises {error!r}", trial.run(), type(error))
        expect_reports(trial, [])


@check("without new_first, each of the two is first at times")
def tossed(kata: ModuleType) -> None:
    calls: list[Any] = []
    experiment = attempt(
        "Experiment(old, new, report)",
        lambda: kata.Experiment(Code("old", 5, calls), Code("new", 5, calls), print),
    )
    for _ in range(200):
        expect("run(7)", lambda: experiment.run(7), gives=5)
    firsts = {name for name, _ in calls[::2]}
    expect("who was first in 200 runs", lambda: firsts, gives={"old", "new"})
    expect("it was new", lambda: 50 < calls[::2].count(("new", "7")) < 150, gives=True)


@check("the old code gets the argument itself, the new code a deep copy from before")
def arguments(kata: ModuleType) -> None:
    for first in (True, False):
        basket: dict[str, Any] = {"lines": []}
        trial = Trial(kata, 1, 2, "old new", new_first=lambda first=first: first)
        expect("run({'lines': []}), both add a line", trial.run(basket), gives=1)
        expect(
            "what the two got",
            lambda trial=trial: sorted(trial.calls),
            gives=[("new", "{'lines': []}"), ("old", "{'lines': []}")],
        )
        expect("the argument afterwards", lambda basket=basket: basket, gives={"lines": ["old"]})
        expect_reports(trial, [({"lines": []}, ("gives", 1), ("gives", 2))])
    got: list[Any] = []
    basket = {"lines": []}
    experiment = kata.Experiment(got.append, got.append, print, new_first=lambda: False)
    expect("run({'lines': []})", lambda: experiment.run(basket), gives=None)
    expect("old got the argument itself", lambda: got[0] is basket, gives=True)
    expect("new got another", lambda: got[1] is basket, gives=False)
    expect("... and another list", lambda: got[1]["lines"] is basket["lines"], gives=False)


@check("what is the same is not reported, and what is not the same is, once")
def reports(kata: ModuleType) -> None:
    for old, new in [(5, 5), (5, 5.0), (None, None), ([1], [1]), (Declined("a"), Declined("b"))]:
        trial = Trial(kata, old, new)
        caught(trial)
        expect_reports(trial, [], f", old is {old!r} and new {new!r}")
    for old, new in [
        (5, 6),
        (None, 0),
        (float("nan"), 1.5),
        (Declined(), Broken()),
        (Broken(), Declined()),
        (Declined(), None),
        (None, Declined()),
        (Declined("a"), ValueError("a")),
    ]:
        trial = Trial(kata, old, new)
        caught(trial)
        expect(
            f"number of reports, old is {old!r} and new {new!r}",
            lambda trial=trial: len(trial.reports),
            gives=1,
        )
        expect(
            "the outcomes reported",
            lambda trial=trial: [kind for kind, _ in trial.reports[0][1:]],
            gives=["raises" if isinstance(each, Exception) else "gives" for each in (old, new)],
        )


def caught(trial: Trial) -> None:
    """Runs it; the old code's Declined may come out, and nothing else."""

    def run() -> None:
        with contextlib.suppress(Declined):
            trial.experiment.run(7)

    attempt("run(7)", run)


@check("`same` decides about two results, and about nothing else")
def comparison(kata: ModuleType) -> None:
    asked: list[Any] = []

    def nearly(old: float, new: float) -> bool:
        asked.append((old, new))
        return abs(old - new) < 0.01

    for old, new, number in [(1.0, 1.001, 0), (1.0, 1.5, 1), (1.5, 1.0, 1)]:
        trial = Trial(kata, old, new, same=nearly)
        expect(f"run(7), old gives {old}, new {new}", trial.run(), gives=old)
        expect("number of reports", lambda trial=trial: len(trial.reports), gives=number)
    expect("what `same` was asked", lambda: asked, gives=[(1.0, 1.001), (1.0, 1.5), (1.5, 1.0)])
    trial = Trial(kata, Declined(), Declined(), same=lambda old, new: 1 // 0)
    caught(trial)
    expect_reports(trial, [], ", both raise Declined")
    for answer, number in [("yes", 0), ("", 1), (None, 1)]:
        trial = Trial(kata, 1, 2, same=lambda old, new, answer=answer: answer)
        expect(f"run(7), `same` gives {answer!r}", trial.run(), gives=1)
        expect("number of reports", lambda trial=trial: len(trial.reports), gives=number)


@check("what goes wrong in `same` or in the report does not reach the caller")
def failing(kata: ModuleType) -> None:
    trial = Trial(kata, 1, 1, same=lambda old, new: 1 // 0)
    expect("run(7), `same` raises", trial.run(), gives=1)
    expect_reports(trial, [(7, ("gives", 1), ("gives", 1))])
    trial = Trial(kata, 1, 2, told=OSError("disk full"))
    expect("run(7), the report raises", trial.run(), gives=1)
    expect("number of reports", lambda: len(trial.reports), gives=1)
    trial = Trial(kata, 1, 2, told=KeyboardInterrupt())
    expect_error("run(7), Ctrl-C while it reports", trial.run(), KeyboardInterrupt)
    trial = Trial(kata, Declined(), 2, told=OSError("disk full"))
    expect_error("run(7), old and the report raise", trial.run(), Declined)


@check("an exception that is given is a result, and a result goes to the caller itself")
def odd_results(kata: ModuleType) -> None:
    for made in (ValueError("returned"), [1]):
        kinds: list[Any] = []
        experiment = attempt(
            "Experiment(old, new, report)",
            lambda made=made, kinds=kinds: kata.Experiment(
                lambda _: made,
                lambda _: 1,
                lambda _, old, new: kinds.extend([old[0], new[0]]),
                new_first=lambda: False,
            ),
        )
        expect(
            f"run(7), old gives {made!r}: that very object",
            lambda experiment=experiment, made=made: experiment.run(7) is made,
            gives=True,
        )
        expect("kinds of outcomes", lambda kinds=kinds: kinds, gives=["gives", "gives"])


class Array:
    """As those of numpy: == gives another one, which is neither true nor false."""

    def __eq__(self, other: object) -> Any:
        return self

    def __bool__(self) -> bool:
        raise ValueError("ambiguous")


@check("what is neither the same nor another is reported, and Ctrl-C while comparing goes on")
def odd_comparison(kata: ModuleType) -> None:
    trial = Trial(kata, Array(), Array())
    attempt("run(7), == gives an array", trial.run())
    expect("number of reports", lambda: len(trial.reports), gives=1)

    def stopped(old: Any, new: Any) -> bool:
        raise KeyboardInterrupt

    trial = Trial(kata, 1, 1, same=stopped)
    expect_error("run(7), Ctrl-C while it compares", trial.run(), KeyboardInterrupt)


class Line:
    number = 1


@check("the copy is deep, whatever the argument is made of")
def deep(kata: ModuleType) -> None:
    line = Line()

    def change(argument: Any) -> int:
        argument[0].number += 1
        return 1

    experiment = attempt(
        "Experiment(old, new, report)",
        lambda: kata.Experiment(lambda _: 1, change, print, new_first=lambda: True),
    )
    expect("run((line,)), new changes the line", lambda: experiment.run((line,)), gives=1)
    expect("line.number", lambda: line.number, gives=1)


@check("the example of the task holds")
def example(kata: ModuleType) -> None:
    found: list[Any] = []
    experiment = attempt(
        "Experiment(old, new, report)",
        lambda: kata.Experiment(
            lambda n: n >= 10, lambda n: n > 10, lambda *args: found.append(args)
        ),
    )
    expect("run(9), of n >= 10 and n > 10", lambda: experiment.run(9), gives=False)
    expect("what is reported", lambda: found, gives=[])
    expect("run(10)", lambda: experiment.run(10), gives=True)
    expect("what is reported", lambda: found, gives=[(10, ("gives", True), ("gives", False))])


if __name__ == "__main__":
    main()
