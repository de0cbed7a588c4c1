"""Bus: tells its listeners what happens, and forgets those who have left.

Write the class Bus of a shop whose dashboards come and go.

    bus.subscribe(listener)
        From now on, each event is passed to `listener`, as listener(event). Returns a
        function without arguments that ends this subscription; called again, it does nothing.
        A listener may be subscribed more than once: each of its subscriptions counts.
        If `listener` is a bound method of an object (its type is types.MethodType, as that
        of dashboard.on), the subscription keeps nobody: neither the bus nor the function
        that was returned keeps the object alive, and when it is gone, the subscription is over.
        Any other listener, such as a lambda, is kept until its subscription ends, and no longer.

    bus.publish(event)
        Calls each listener with the event, in the order of their subscriptions. Returns how
        many calls that were.
        If listeners raise an Exception, the others are called all the same. Then publish
        raises an ExceptionGroup of all these exceptions, in the order of the calls.
        What is not an Exception, such as KeyboardInterrupt, goes on to the caller at once.
        While it is called, a listener may subscribe, unsubscribe and publish. One that was
        subscribed meanwhile is called from the next publish on. One whose subscription
        ended meanwhile is not called any more.

For example:

    >>> seen = []
    >>> bus = Bus()
    >>> stop = bus.subscribe(seen.append)
    >>> bus.publish("placed")
    1
    >>> stop()
    >>> bus.publish("paid")
    0
    >>> seen
    ['placed']

Check yourself with ./kata practice patterns-in-python,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from collections.abc import Callable
from typing import Any

Listener = Callable[[Any], object]


class Bus:
    def subscribe(self, listener: Listener) -> Callable[[], None]:
        raise NotImplementedError("Bus.subscribe is yours to write")

    def publish(self, event: Any) -> int:
        raise NotImplementedError("Bus.publish is yours to write")
