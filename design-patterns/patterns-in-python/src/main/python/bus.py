"""A bus that keeps its listeners, and two that only refer to them weakly: one of these works."""

import gc
import weakref

ROUNDS = 5  # a tracing collector may need more than one


def keep(listener, forget):
    """A reference that keeps: it always has its listener, so there is nothing to forget."""
    return lambda: listener


class Bus:
    """How it refers to its listeners is a strategy: `keep`, or a class of weak references."""

    def __init__(self, reference=keep):
        self.reference = reference
        self.references = {}

    def subscribe(self, listener):
        token = object()
        self.references[token] = self.reference(listener, lambda _: self.references.pop(token))
        return listener

    def publish(self, event):
        """Calls the listeners that are left, in their order; how many those are."""
        listeners = [reference() for reference in list(self.references.values())]
        left = [listener for listener in listeners if listener is not None]
        for listener in left:
            listener(event)
        return len(left)


class Dashboard:
    def __init__(self):
        self.seen = []

    def on(self, event):
        self.seen.append(event)


WAYS = {"keep": keep, "ref": weakref.ref, "WeakMethod": weakref.WeakMethod}


def subscribed(bus, n=1000):
    dashboards = [Dashboard() for _ in range(n)]
    for dashboard in dashboards:
        bus.subscribe(dashboard.on)
    return dashboards


def collect(*buses):
    """Until none of these has a reference any more, if that is to be had."""
    for _ in range(ROUNDS):
        gc.collect()
        if not any(bus.references for bus in buses):
            break


def deliveries():
    """How many calls are made once what nobody uses has been collected, by who listens, and how."""
    buses = {
        what: {way: Bus(reference) for way, reference in WAYS.items()}
        for what in ("dropped", "in use", "lambda")
    }
    for bus in buses["dropped"].values():
        subscribed(bus)
    in_use = {way: subscribed(bus) for way, bus in buses["in use"].items()}
    told = []
    del buses["lambda"]["WeakMethod"]  # it is for bound methods only
    for bus in buses["lambda"].values():
        bus.subscribe(lambda event: told.append(event))
    collect(buses["dropped"]["WeakMethod"], buses["in use"]["ref"], buses["lambda"]["ref"])
    calls = {
        what: {way: bus.publish("placed") for way, bus in ways.items()}
        for what, ways in buses.items()
    }
    calls["references"] = {way: len(bus.references) for way, bus in buses["dropped"].items()}
    calls["seen"] = {way: dashboards[-1].seen for way, dashboards in in_use.items()}
    return calls | {"told": told}


def before_a_collection(in_cycles):
    """Calls of 1000 that nobody uses any more: before a collection, and after it."""
    bus = Bus(weakref.WeakMethod)
    gc.disable()
    try:
        dashboards = subscribed(bus)
        if in_cycles:
            for dashboard in dashboards:
                dashboard.me = [dashboard]
            del dashboard
        del dashboards
        before = bus.publish("placed")
    finally:
        gc.enable()
    collect(bus)
    return [before, bus.publish("paid")]


if __name__ == "__main__":
    for what, calls in deliveries().items():
        print(f"{what}: {calls}")
