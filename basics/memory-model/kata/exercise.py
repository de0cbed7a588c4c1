"""Connections: a cache that owns what it opens, and closes it itself.

A service talks to several databases and keeps a few connections open. Write the class that
holds them. It must not leave the closing to a collector, nor to `__del__`.

    Connections(connect, limit)
        `connect(name)` opens a connection, which is any object with a method close(), and does
        not use the connections itself. At most `limit` connections are open at any time;
        `limit` is 1 or more.

    connections.get(name)
        Gives the open connection of that name, always the same; if there is none, opens one.
        When that would be one too many, it first closes the connection whose last get is
        longest ago.
        If closing that one raises, the exception goes on to the caller, and no other is opened.
        If `connect` raises, the exception goes on to the caller, and nothing is kept.

    connections.close()
        Closes every open connection, once. If closing one of them raises, whatever it raises,
        the others are closed all the same, and then the first of the exceptions is raised. Once
        close() has begun, get raises ValueError; a further close() does nothing.

    with Connections(connect, limit) as connections: ...
        Calls close() at the end of the block. An exception from the block goes on, even if
        closing raises, too.

For example, where connect prints "open orders" and close prints "close orders":

    >>> with Connections(connect, 2) as connections:
    ...     orders = connections.get("orders")
    ...     stock = connections.get("stock")
    ...     orders is connections.get("orders")
    open orders
    open stock
    True
    close orders
    close stock

A connection that has been closed is forgotten: nothing of yours keeps it alive. The order in
which close() closes does not matter. A connection's close() may call connections.close(),
also when it makes room: then get raises ValueError and opens nothing.

Check yourself with ./kata practice memory-model,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from collections.abc import Callable
from typing import Any


class Connections:
    def __init__(self, connect: Callable[[str], Any], limit: int) -> None:
        raise NotImplementedError("Connections is yours to write")

    def get(self, name: str) -> Any:
        raise NotImplementedError("Connections.get is yours to write")

    def close(self) -> None:
        raise NotImplementedError("Connections.close is yours to write")

    def __enter__(self) -> "Connections":
        raise NotImplementedError("Connections.__enter__ is yours to write")

    def __exit__(self, *failure: object) -> None:
        raise NotImplementedError("Connections.__exit__ is yours to write")
