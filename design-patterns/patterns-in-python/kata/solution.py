"""Each subscription has a token; the bus has a reference for each token, in order."""

from collections.abc import Callable
from types import MethodType
from typing import Any
from weakref import WeakMethod

Listener = Callable[[Any], object]


class Bus:
    def __init__(self) -> None:
        self.references: dict[object, Callable[[], Listener | None]] = {}

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        token = object()
        self.references[token] = self.reference_to(listener)
        return self.ending(token)

    def reference_to(self, listener: Listener) -> Callable[[], Listener | None]:
        """A plain weak reference to a bound method is dead at once: that object is made anew."""
        return WeakMethod(listener) if isinstance(listener, MethodType) else lambda: listener

    def ending(self, token: object) -> Callable[[], None]:
        """What ends a subscription; it knows the token and not the listener."""

        def unsubscribe() -> None:
            self.references.pop(token, None)

        return unsubscribe

    def publish(self, event: Any) -> int:
        calls, errors = 0, []
        for token, reference in list(self.references.items()):
            listener = reference()
            if listener is None:
                self.ending(token)()
            elif token in self.references:
                calls += 1
                try:
                    listener(event)
                except Exception as error:
                    errors.append(error)
        if errors:
            raise ExceptionGroup("listeners failed", errors)
        return calls
