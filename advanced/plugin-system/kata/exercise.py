"""Host: asks plug-ins that others wrote, and survives them.

Write the class Host of a shop that asks carriers, which are plug-ins, for their prices.

    Host(strikes)
        `strikes` is 1 or more.

    host.register(name, quote, priority=0)
        Adds a plug-in and does not call it. If the name is taken: raises ValueError, and the
        plug-in of that name stays as it is.

    host.ask(parcel)
        Calls quote(parcel) of each plug-in once: those of higher priority first, and plug-ins
        of equal priority in the order of their names. Returns a list with a tuple for each
        that was called, in this order: (name, "answered", what it returned), or
        (name, "failed", the exception that it raised).
        `parcel` is a dict; its keys are texts, its values texts, numbers, dicts and lists of such
        values. Each plug-in gets a copy of its own, all the way down: whatever it does to it,
        neither the caller nor another plug-in sees.
        Every exception is a failure: SystemExit too, and whatever else derives from
        BaseException. Only KeyboardInterrupt goes on to the caller: the other plug-ins are not
        called, it is no failure, and the failures earlier in the same ask still count.
        A plug-in that has failed `strikes` times in a row is disabled: it is not called any
        more. An answer, whatever it is, ends this streak.

    host.disabled()
        The names of the plug-ins that are disabled now, as a sorted list.

    host.enable(name)
        The plug-in's streak of failures starts anew, so it is called again. If no plug-in has this
        name: raises KeyError.

For example:

    >>> host = Host(strikes=1)
    >>> host.register("swift", lambda parcel: 490)
    >>> host.register("grumpy", lambda parcel: 1 // 0)
    >>> host.ask({"grams": 250})
    [('grumpy', 'failed', ZeroDivisionError(...)), ('swift', 'answered', 490)]
    >>> host.disabled()
    ['grumpy']
    >>> host.ask({"grams": 250})
    [('swift', 'answered', 490)]

A plug-in may register another one while it is called; that one is called from the next ask on.

Check yourself with ./kata practice plugin-system,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from collections.abc import Callable
from typing import Any

Quote = Callable[[dict[str, Any]], Any]


class Host:
    def __init__(self, strikes: int) -> None:
        raise NotImplementedError("Host is yours to write")

    def register(self, name: str, quote: Quote, priority: int = 0) -> None:
        raise NotImplementedError("Host.register is yours to write")

    def ask(self, parcel: dict[str, Any]) -> list[tuple[str, str, Any]]:
        raise NotImplementedError("Host.ask is yours to write")

    def disabled(self) -> list[str]:
        raise NotImplementedError("Host.disabled is yours to write")

    def enable(self, name: str) -> None:
        raise NotImplementedError("Host.enable is yours to write")
