"""A bus that keeps its listeners, and two that only refer to them weakly: one of these works."""

import gc
import weakref

ROUNDS = 5  # a tracing collector may need more than one


def keep(listener):
    """A reference that keeps: it always has its listener."""
    return lambda: listener


class Bus:
    """How it refers to its listeners is a strategy: `keep`, or a class of weak references."""

    def __init__(self, reference=keep):
        self.reference = reference
        self.references = []

    def subscribe(self, listener):
        self.references.append(self.reference(listener))
        return listener

    def publish(self, event):
        """Calls the listeners that are left, in their order, and drops the others' references."""
        found = [(reference, reference()) for reference in self.references]
        left = [(reference, listener) for reference, listener in found if listener is not None]
        self.references = [reference for reference, _ in left]
        for _, listener in left:
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


def collect(left):
    """Until none of these weak references has its object any more, if that is to be had."""
    for _ in range(ROUNDS):
        gc.collect()
        if not any(reference() for reference in left):
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
    weak = buses["dropped"]["WeakMethod"], buses["in use"]["ref"], buses["lambda"]["ref"]
    collect([reference for bus in weak for reference in bus.references])
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
    collect(bus.references)
    return [before, bus.publish("paid")]


if __name__ == "__main__":
    for what, calls in deliveries().items():
        print(f"{what}: {calls}")
