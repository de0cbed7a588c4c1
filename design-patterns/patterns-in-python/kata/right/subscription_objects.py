# whole
"""A subscription is an object; the bus walks over a copy of its list."""

from types import MethodType
from weakref import WeakMethod


class Subscription:
    def __init__(self, listener):
        self.kept = None if isinstance(listener, MethodType) else listener
        self.weak = None if self.kept is not None else WeakMethod(listener)
        self.is_active = True

    def end(self):
        self.is_active = False
        self.kept = None

    def listener(self):
        if not self.is_active:
            return None
        return self.weak() if self.weak is not None else self.kept


class Bus:
    def __init__(self):
        self.subscriptions = []

    def subscribe(self, listener):
        subscription = Subscription(listener)
        self.subscriptions.append(subscription)
        return subscription.end

    def publish(self, event):
        self.subscriptions = [each for each in self.subscriptions if each.listener() is not None]
        calls = 0
        failed = []
        for subscription in tuple(self.subscriptions):
            listener = subscription.listener()
            if listener is None:
                continue
            calls = calls + 1
            try:
                listener(event)
            except Exception as error:
                failed = [*failed, error]
        if not failed:
            return calls
        raise ExceptionGroup(f"{len(failed)} of {calls} listeners", failed)
