"""What a correct Bus does with listeners that stay, leave, fail, and subscribe meanwhile."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
import gc
import weakref
from collections.abc import Callable
from types import ModuleType
from typing import Any

from checking import attempt, check, expect, expect_error, main

ROUNDS = 5  # a tracing collector may need more than one


class Dashboard:
    """Notes what it is told. All are equal, and false, and have no hash: they are still many."""

    def __init__(self, log: list[Any], name: str = "dashboard") -> None:
        self.log = log
        self.name = name

    def on(self, event: Any) -> None:
        self.log.append((self.name, event))

    def __call__(self, event: Any) -> None:
        self.on(event)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Dashboard)

    __hash__ = None  # type: ignore[assignment]

    def __len__(self) -> int:
        return 0


class Broken(Exception):
    def __bool__(self) -> bool:
        return False  # an exception is an exception, also a false one


def bus_of(kata: ModuleType, *listeners: Any) -> Any:
    bus = attempt("Bus()", lambda: kata.Bus())
    for listener in listeners:
        subscribe(bus, listener)
    return bus


def subscribe(bus: Any, listener: Any) -> Callable[[], Any]:
    return attempt("bus.subscribe(...)", lambda: bus.subscribe(listener))


def expect_calls(bus: Any, event: Any, gives: int, when: str = "") -> None:
    expect(f"bus.publish({event!r}){when}", lambda: bus.publish(event), gives=gives)


def collect(left: weakref.ref[Any]) -> None:
    for _ in range(ROUNDS):
        if left() is None:
            break
        gc.collect()


def noting(log: list[Any], name: str) -> Callable[[Any], None]:
    return lambda event: log.append((name, event))


@check("the example of the task holds")
def example(kata: ModuleType) -> None:
    seen: list[Any] = []
    bus = bus_of(kata)
    stop = attempt("bus.subscribe(seen.append)", lambda: bus.subscribe(seen.append))
    expect_calls(bus, "placed", gives=1)
    attempt("stop()", lambda: stop())
    expect_calls(bus, "paid", gives=0, when=" after stop()")
    expect("seen", lambda: seen, gives=["placed"])


@check("a method of an object in use is called")
def method(kata: ModuleType) -> None:
    log: list[Any] = []
    dashboard = Dashboard(log)
    bus = bus_of(kata, dashboard.on)
    expect_calls(bus, "placed", gives=1)
    expect_calls(bus, "paid", gives=1)
    expect(
        "what the dashboard saw",
        lambda: log,
        gives=[("dashboard", "placed"), ("dashboard", "paid")],
    )
    expect_calls(bus_of(kata), "placed", gives=0, when=" of another bus")


@check("listeners are called in the order of their subscriptions")
def order(kata: ModuleType) -> None:
    log: list[Any] = []
    first, third, last = (Dashboard(log, name) for name in "ace")
    bus = bus_of(kata, first.on, noting(log, "b"), third.on, noting(log, "d"), last)
    event = [None]
    expect_calls(bus, event, gives=5)
    expect("the calls", lambda: log, gives=[(name, event) for name in "abcde"])
    expect("is it the same event?", lambda: all(each is event for _, each in log), gives=True)
    expect_calls(bus, None, gives=5)
    expect("the last call", lambda: log[-1], gives=("e", None))


@check("other listeners than methods are kept")
def kept(kata: ModuleType) -> None:
    log: list[Any] = []
    bus = bus_of(kata, noting(log, "lambda"), Dashboard(log), log.append)
    expect_calls(bus, "placed", gives=3)
    gives = [("lambda", "placed"), ("dashboard", "placed"), "placed"]
    expect("the calls", lambda: log, gives=gives)


@check("a bus does not keep the object of a method alive")
def not_kept(kata: ModuleType) -> None:
    log: list[Any] = []
    stays = Dashboard(log, "stays")
    bus = bus_of(kata, stays.on)

    def leaves() -> weakref.ref[Any]:
        dashboard = Dashboard(log, "leaves")
        subscribe(bus, dashboard.on)
        expect_calls(bus, "placed", gives=2)
        return weakref.ref(dashboard)

    left = leaves()
    collect(left)
    expect("is the dashboard gone that nobody else has?", lambda: left() is None, gives=True)
    expect_calls(bus, "paid", gives=1, when=", one of two dashboards gone")
    expect_calls(bus, "paid", gives=1, when=" again")
    gives = [("stays", "placed"), ("leaves", "placed"), ("stays", "paid"), ("stays", "paid")]
    expect("the calls", lambda: log, gives=gives)


@check("what ends a subscription does not keep the object alive either")
def ending_keeps_nobody(kata: ModuleType) -> None:
    bus = bus_of(kata)

    def leaves() -> tuple[weakref.ref[Any], Callable[[], Any]]:
        dashboard = Dashboard([])
        return weakref.ref(dashboard), subscribe(bus, dashboard.on)

    left, stop = leaves()
    collect(left)
    expect("is the dashboard gone that nobody else has?", lambda: left() is None, gives=True)
    attempt("stop() after that", lambda: stop())
    expect_calls(bus, "paid", gives=0)
    left, stop = leaves()
    collect(left)
    expect_calls(bus, "paid", gives=0)
    attempt("stop() after that", lambda: stop())


@check("an object that goes while listeners are called ends nothing else")
def goes_meanwhile(kata: ModuleType) -> None:
    for end in "forgotten", "its subscription is ended", "an inner publish notices":
        log: list[Any] = []
        owner = [Dashboard(log)]
        bus = bus_of(kata)
        stops: list[Callable[[], Any]] = []

        def goes(
            event: Any, owner: Any = owner, bus: Any = bus, stops: Any = stops, end: str = end
        ) -> None:
            if not owner:
                return
            left = weakref.ref(owner[0])
            owner.clear()
            collect(left)
            if end == "its subscription is ended":
                stops[0]()
            elif end == "an inner publish notices":
                bus.publish("inner")

        subscribe(bus, goes)
        stops.append(subscribe(bus, owner[0].on))
        subscribe(bus, noting(log, "last"))
        when = f", the first listener dropping the second one's object: {end}"
        expect_calls(bus, "placed", gives=2, when=when)
        expect("the last call", lambda log=log: log[-1], gives=("last", "placed"))
        names = {name for name, _ in log}
        expect("who was called", lambda names=names: names, gives={"last"})


@check("a listener whose subscription has ended is not kept")
def ended_is_not_kept(kata: ModuleType) -> None:
    bus = bus_of(kata)

    def ends() -> weakref.ref[Any]:
        dashboard = Dashboard([])
        stop = subscribe(bus, dashboard)
        expect_calls(bus, "placed", gives=1)
        attempt("stop()", lambda: stop())
        return weakref.ref(dashboard)

    left = ends()
    collect(left)
    expect("is the listener gone that nobody else has?", lambda: left() is None, gives=True)


@check("each subscription counts, and is ended by its own function")
def subscriptions(kata: ModuleType) -> None:
    log: list[Any] = []
    bus = bus_of(kata)
    dashboard, other = Dashboard(log, "one"), Dashboard(log, "other")
    stops = [subscribe(bus, listener) for listener in (dashboard.on, other.on, dashboard.on)]
    expect_calls(bus, "placed", gives=3)
    expect("the calls", lambda: [name for name, _ in log], gives=["one", "other", "one"])
    log.clear()
    for _ in range(2):
        attempt("the first one's end, called", stops[0])
        expect_calls(bus, "paid", gives=2)
    expect("the calls", lambda: [name for name, _ in log], gives=["other", "one"] * 2)
    attempt("the last one's end, called", stops[2])
    expect_calls(bus, "sent", gives=1)
    function = noting(log, "twice")
    stops = [subscribe(bus, function), subscribe(bus, function)]
    expect_calls(bus, "sent", gives=3)
    attempt("the second one's end, called", stops[1])
    expect_calls(bus, "sent", gives=2)


def failing(error: BaseException) -> Callable[[Any], None]:
    def fails(event: Any) -> None:
        raise error

    return fails


@check("listeners that fail do not stop the others, and are told of together")
def failures(kata: ModuleType) -> None:
    log: list[Any] = []
    errors = [Broken("first"), ValueError("second"), StopIteration()]
    bus = bus_of(
        kata,
        failing(errors[0]),
        noting(log, "a"),
        failing(errors[1]),
        failing(errors[2]),
        noting(log, "b"),
    )
    expect_error("bus.publish('placed')", lambda: bus.publish("placed"), ExceptionGroup)
    expect("the calls", lambda: [name for name, _ in log], gives=["a", "b"])

    def group() -> list[bool]:
        try:
            bus.publish("paid")
        except ExceptionGroup as raised:
            return [each is error for each, error in zip(raised.exceptions, errors, strict=True)]
        return []

    expect("are its exceptions those that were raised, in their order?", group, gives=[True] * 3)
    expect_error("with one that fails", lambda: fail_alone(kata), ExceptionGroup)


def fail_alone(kata: ModuleType) -> Any:
    return bus_of(kata, failing(Broken())).publish("placed")


@check("what is not an Exception goes on at once")
def interrupt(kata: ModuleType) -> None:
    log: list[Any] = []
    for error in KeyboardInterrupt(), SystemExit():
        bus = bus_of(kata, failing(Broken()), failing(error), noting(log, "later"))
        what = f"bus.publish('placed'), the second listener raising {type(error).__name__}"
        expect_error(what, lambda bus=bus: bus.publish("placed"), type(error))
    expect("the calls of the third listener", lambda: log, gives=[])


@check("a subscription that ends meanwhile is not called, and nobody else is left out")
def ends_meanwhile(kata: ModuleType) -> None:
    log: list[Any] = []
    stops: dict[str, Callable[[], Any]] = {}
    bus = bus_of(kata)

    def ends_itself(event: Any) -> None:
        log.append(("a", event))
        stops["a"]()

    def ends_a_later_one(event: Any) -> None:
        log.append(("b", event))
        stops["d"]()

    stops["a"] = subscribe(bus, ends_itself)
    subscribe(bus, ends_a_later_one)
    subscribe(bus, noting(log, "c"))
    stops["d"] = subscribe(bus, noting(log, "d"))
    subscribe(bus, noting(log, "e"))
    expect_calls(bus, 1, gives=4, when=", a ends itself and b ends d")
    expect("the calls", lambda: [name for name, _ in log], gives=["a", "b", "c", "e"])
    expect_calls(bus, 2, gives=3)


@check("one that is subscribed meanwhile is called from the next event on")
def subscribes_meanwhile(kata: ModuleType) -> None:
    log: list[Any] = []
    bus = bus_of(kata)

    def subscribes(event: Any) -> None:
        bus.subscribe(noting(log, f"new at {event}"))

    subscribe(bus, subscribes)
    expect_calls(bus, 1, gives=1)
    expect_calls(bus, 2, gives=2)
    expect("the calls of the new ones", lambda: log, gives=[("new at 1", 2)])


@check("a listener may publish")
def publishes_meanwhile(kata: ModuleType) -> None:
    log: list[Any] = []
    counts: list[int] = []
    bus = bus_of(kata)

    def publishes(event: Any) -> None:
        if event == "placed":
            counts.append(bus.publish("paid"))

    subscribe(bus, publishes)
    subscribe(bus, noting(log, "note"))
    expect_calls(bus, "placed", gives=2)
    expect("the calls of bus.publish('paid') meanwhile", lambda: counts, gives=[2])
    expect("the other's calls", lambda: log, gives=[("note", "paid"), ("note", "placed")])


if __name__ == "__main__":
    main()
