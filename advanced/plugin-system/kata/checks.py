"""What a correct Host does with good plug-ins and with bad ones."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
from collections.abc import Callable
from types import ModuleType
from typing import Any

from checking import attempt, check, expect, expect_error, main


class NoTariff(Exception):
    pass


class Stop(BaseException):
    """As CancelledError of asyncio: not an Exception, on purpose."""


class Carrier:
    """A plug-in that gives these answers, one call after the other, and the last one again.

    An exception among them is raised.
    """

    def __init__(self, *answers: Any) -> None:
        self.answers = answers
        self.parcels: list[Any] = []

    def __call__(self, parcel: Any, /) -> Any:
        self.parcels.append(parcel)
        answer = self.answers[min(len(self.parcels), len(self.answers)) - 1]
        if isinstance(answer, BaseException):
            raise answer
        return answer


def host_of(kata: ModuleType, strikes: int, **carriers: Callable[[Any], Any]) -> Any:
    host = attempt(f"Host({strikes})", lambda: kata.Host(strikes))
    for name, carrier in carriers.items():
        register(host, name, carrier)
    return host


def register(host: Any, name: str, carrier: Callable[[Any], Any], *priority: int) -> None:
    text = ", ".join([repr(name), "...", *map(str, priority)])
    attempt(f"host.register({text})", lambda: host.register(name, carrier, *priority))


def told(answers: Any) -> Any:
    """The answers with the name of its type in the place of each exception that was raised."""
    if not isinstance(answers, list):
        return answers
    return [
        (*answer[:2], type(answer[2]).__name__) if is_failure(answer) else answer
        for answer in answers
    ]


def is_failure(answer: Any) -> bool:
    return isinstance(answer, tuple) and len(answer) == 3 and answer[1] == "failed"


def expect_ask(
    host: Any, parcel: Any, *, gives: list[tuple[str, str, Any]], when: str = ""
) -> None:
    expect(f"host.ask({parcel!r}){when}", lambda: told(host.ask(parcel)), gives=gives)


@check("the example of the task holds")
def example(kata: ModuleType) -> None:
    host = host_of(kata, 1, swift=lambda parcel: 490, grumpy=lambda parcel: 1 // 0)
    expect_ask(
        host,
        {"grams": 250},
        gives=[("grumpy", "failed", "ZeroDivisionError"), ("swift", "answered", 490)],
    )
    expect("host.disabled()", host.disabled, gives=["grumpy"])
    expect_ask(host, {"grams": 250}, gives=[("swift", "answered", 490)], when=" again")


@check("other plug-ins get the parcel and are called once each")
def other_plugins(kata: ModuleType) -> None:
    expect_ask(host_of(kata, 2), {}, gives=[], when=", no plug-in")
    harbour, snail = Carrier(355), Carrier(None)
    host = host_of(kata, 2, harbour=harbour)
    register(host, "snail", snail, 0)
    expect("the calls before host.ask", lambda: harbour.parcels, gives=[])
    parcel = {"grams": 7, "to": {"country": "FR"}}
    answers = [("harbour", "answered", 355), ("snail", "answered", None)]
    expect_ask(host, parcel, gives=answers)
    expect("what harbour got", lambda: harbour.parcels, gives=[parcel])
    expect("what snail got", lambda: snail.parcels, gives=[parcel])
    expect_ask(host, {}, gives=answers, when=" again")
    expect("what harbour got then", lambda: harbour.parcels, gives=[parcel, {}])
    other = host_of(kata, 2)
    expect_ask(other, parcel, gives=[], when=" of another host")


@check("higher priorities are called first, equal ones by name")
def order(kata: ModuleType) -> None:
    host = host_of(kata, 1)
    for name, priority in ("c", 2), ("z", 10), ("b", 2), ("a", -1), ("d", 0):
        register(host, name, Carrier(name), priority)
    register(host, "e", Carrier("e"))
    called: list[str] = []
    for name in "y", "x":
        register(host, name, lambda parcel, name=name: called.append(name), 10)
    names = ["x", "y", "z", "b", "c", "d", "e", "a"]
    what = "names in host.ask({}), priorities z y x: 10, b c: 2, d e: 0, a: -1"
    expect(what, lambda: [answer[0] for answer in host.ask({})], gives=names)
    expect("the order of the calls of x and y", lambda: called, gives=["x", "y"])


@check("a name that is taken is refused, and its plug-in stays")
def taken_name(kata: ModuleType) -> None:
    host = host_of(kata, 1, swift=Carrier(490))
    what = "host.register('swift', ..., 5), the name being taken"
    expect_error(what, lambda: host.register("swift", Carrier(1), 5), ValueError)
    expect_ask(host, {}, gives=[("swift", "answered", 490)], when=" after that")
    host = host_of(kata, 1, swift=Carrier(NoTariff()))
    expect_ask(host, {}, gives=[("swift", "failed", "NoTariff")])
    expect_error(
        "the same of a disabled one", lambda: host.register("swift", Carrier(1)), ValueError
    )
    expect("host.disabled()", host.disabled, gives=["swift"])


@check("whatever a plug-in raises is its failure, and the others are called")
def failures(kata: ModuleType) -> None:
    failures = NoTariff("none"), SystemExit(3), GeneratorExit(), StopIteration(), Stop()
    for failure in failures:
        name = type(failure).__name__
        host = host_of(kata, 1, a=Carrier(failure), b=Carrier(490))
        parcel = {"raises": name}
        answers = attempt(
            f"host.ask({parcel!r})", lambda host=host, parcel=parcel: host.ask(parcel)
        )
        expect(
            f"host.ask({parcel!r})",
            lambda answers=answers: told(answers),
            gives=[("a", "failed", name), ("b", "answered", 490)],
        )
        expect(
            f"host.ask({parcel!r}): is it the exception that was raised?",
            lambda answers=answers, failure=failure: answers[0][2] is failure,
            gives=True,
        )
        expect(f"host.disabled() after {name}", host.disabled, gives=["a"])


@check("an exception that is returned is an answer")
def returned_exception(kata: ModuleType) -> None:
    returned = NoTariff("none")
    host = host_of(kata, 1, a=lambda parcel: returned)
    expect("host.ask({})[0][:2]", lambda: tuple(host.ask({})[0][:2]), gives=("a", "answered"))
    expect("host.disabled()", host.disabled, gives=[])


@check("KeyboardInterrupt goes on to the caller, and counts as no failure")
def interrupt(kata: ModuleType) -> None:
    last = Carrier(355)
    first = Carrier(NoTariff(), KeyboardInterrupt(), NoTariff(), 490)
    host = host_of(kata, 2, a=first, b=last)
    expect_ask(host, {}, gives=[("a", "failed", "NoTariff"), ("b", "answered", 355)])
    what = "host.ask({}), the plug-in before b raising KeyboardInterrupt"
    expect_error(what, lambda: host.ask({}), KeyboardInterrupt)
    expect("the calls of b", lambda: len(last.parcels), gives=1)
    expect("host.disabled() after it, one failure before", host.disabled, gives=[])
    expect_ask(host, {}, gives=[("a", "failed", "NoTariff"), ("b", "answered", 355)])
    expect("host.disabled() after failure, interrupt, failure", host.disabled, gives=["a"])


@check("a failure counts even if a later plug-in raises KeyboardInterrupt")
def failure_before_interrupt(kata: ModuleType) -> None:
    host = host_of(kata, 1, a=Carrier(NoTariff()), b=Carrier(KeyboardInterrupt()))
    what = "host.ask({}), a failing, then b raising KeyboardInterrupt"
    expect_error(what, lambda: host.ask({}), KeyboardInterrupt)
    expect("host.disabled() after that", host.disabled, gives=["a"])


@check("what a plug-in does to its parcel nobody else sees")
def own_copies(kata: ModuleType) -> None:
    def adds(parcel: Any) -> int:
        parcel["insured"] = True
        return 1

    def adds_deep_down(parcel: Any) -> int:
        parcel["to"]["lines"].append("c/o")
        parcel["extras"][0]["cents"] = 0
        return 1

    for plugin in adds, adds_deep_down:
        last = Carrier(490)
        host = host_of(kata, 1, a=plugin, b=last)
        parcel = {"to": {"lines": ["Hall"]}, "extras": [{"cents": 90}]}
        answers = [("a", "answered", 1), ("b", "answered", 490)]
        expect_ask(host, parcel, gives=answers, when=f", a {plugin.__name__}")
        original = {"to": {"lines": ["Hall"]}, "extras": [{"cents": 90}]}
        expect("what b got", lambda last=last: last.parcels, gives=[original])
        expect("the caller's parcel", lambda parcel=parcel: parcel, gives=original)


@check("failures in a row disable a plug-in, and an answer ends the streak")
def strikes(kata: ModuleType) -> None:
    bad = NoTariff()
    for answer in 490, 0, None, False:
        carrier = Carrier(bad, bad, answer, bad, bad, bad, answer)
        host = host_of(kata, 3, a=carrier, b=Carrier(1))
        for number in range(1, 8):
            attempt("host.ask({})", lambda host=host: host.ask({}))
            disabled = ["a"] if number > 5 else []
            what = f"host.disabled() after {number} asks, failing but for the third, {answer!r}"
            expect(what, host.disabled, gives=disabled)
        expect("the calls of a", lambda carrier=carrier: len(carrier.parcels), gives=6)
        expect_ask(host, {}, gives=[("b", "answered", 1)], when=" once a is disabled")


@check("plug-ins are counted apart, and listed in the order of their names")
def counted_apart(kata: ModuleType) -> None:
    bad = NoTariff()
    host = host_of(kata, 2, d=Carrier(bad), c=Carrier(bad, 1), b=Carrier(bad), a=Carrier(1))
    expect("host.disabled() before the first ask", host.disabled, gives=[])
    attempt("host.ask({})", lambda: host.ask({}))
    expect("host.disabled() after one failure each of b, c, d", host.disabled, gives=[])
    attempt("host.ask({})", lambda: host.ask({}))
    expect("host.disabled() after two of b and d", host.disabled, gives=["b", "d"])
    twice = Carrier(bad)
    host = host_of(kata, 2, a=twice, b=twice)
    attempt("host.ask({})", lambda: host.ask({}))
    what = "host.disabled() after one failure each of two names of one function"
    expect(what, host.disabled, gives=[])


@check("an enabled plug-in is called again, and has all its strikes")
def enabling(kata: ModuleType) -> None:
    bad = NoTariff()
    host = host_of(kata, 2, a=Carrier(bad), b=Carrier(bad))
    for _ in range(2):
        attempt("host.ask({})", lambda: host.ask({}))
    attempt("host.enable('a')", lambda: host.enable("a"))
    expect("host.disabled() after host.enable('a')", host.disabled, gives=["b"])
    expect_ask(host, {}, gives=[("a", "failed", "NoTariff")], when=" after host.enable('a')")
    expect("host.disabled() after one more failure of a", host.disabled, gives=["b"])
    attempt("host.enable('a')", lambda: host.enable("a"))
    expect_ask(host, {}, gives=[("a", "failed", "NoTariff")], when=" after enabling it in time")
    expect("host.disabled() after that", host.disabled, gives=["b"])
    expect_ask(host, {}, gives=[("a", "failed", "NoTariff")], when=" once more")
    expect("host.disabled() after two failures of a", host.disabled, gives=["a", "b"])
    expect_error("host.enable('nobody')", lambda: host.enable("nobody"), KeyError)


@check("a plug-in may register another one, which the next ask calls")
def registering_meanwhile(kata: ModuleType) -> None:
    host = host_of(kata, 1)

    def registers(parcel: Any) -> int:
        if "more" in parcel:
            host.register("z", Carrier(2), -1)
            host.register("0", Carrier(3), 9)
        return 1

    register(host, "a", registers)
    expect_ask(host, {"more": 1}, gives=[("a", "answered", 1)])
    answers = [("0", "answered", 3), ("a", "answered", 1), ("z", "answered", 2)]
    expect_ask(host, {}, gives=answers, when=" after that")


if __name__ == "__main__":
    main()
