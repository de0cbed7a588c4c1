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
        """Calls the listeners that are left, in their order; how many those are."""
        listeners = [reference() for reference in self.references]
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


def subscribed(bus, n):
    dashboards = [Dashboard() for _ in range(n)]
    for dashboard in dashboards:
        bus.subscribe(dashboard.on)
    return dashboards


def collect(left):
    """Until none of these weak references has its object any more, if that is to be had."""
    for _ in range(ROUNDS):
        if not any(reference() for reference in left):
            break
        gc.collect()


def deliveries_to_the_living(way):
    """To 1000 dashboards that are still in use, and what the last of them saw."""
    bus = Bus(WAYS[way])
    dashboards = subscribed(bus, 1000)
    return [bus.publish("placed"), dashboards[-1].seen]


def deliveries_to_the_dropped(way):
    """To 1000 dashboards that nobody else uses any more."""
    bus = Bus(WAYS[way])
    collect([weakref.ref(dashboard) for dashboard in subscribed(bus, 1000)])
    return bus.publish("placed")


def deliveries_to_a_lambda(way):
    """To a function that nobody but the bus has."""
    bus, seen = Bus(WAYS[way]), []
    left = weakref.ref(bus.subscribe(lambda event: seen.append(event)))
    collect([left])
    return [bus.publish("placed"), seen]


if __name__ == "__main__":
    for way in WAYS:
        print(f"{way}: in use {deliveries_to_the_living(way)}", end=", ")
        print("dropped", deliveries_to_the_dropped(way))
    print("ref: a lambda", deliveries_to_a_lambda("ref"))
