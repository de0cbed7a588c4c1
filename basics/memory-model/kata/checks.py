"""What a correct Connections does, and what it leaves behind: nothing."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
import gc
import weakref
from types import ModuleType
from typing import Any

from checking import attempt, check, expect, expect_error, main


class Refused(Exception):
    def __bool__(self) -> bool:
        return False  # an exception is an exception, also a false one


class PulledPlug(BaseException):
    pass


class Stopped(Exception):
    pass


class Connection:
    def __init__(self, name: str, server: Server) -> None:
        self.name = name
        self.server = server

    def close(self) -> None:
        self.server.log.append(f"close {self.name}")
        self.server.on_close(self.name)

    def __len__(self) -> int:
        return 0  # nothing is waiting in it, so it is false; but open

    def __repr__(self) -> str:
        return f"<connection {self.name}>"


class Server:
    """Opens connections and notes what becomes of them."""

    def __init__(self, refuses: tuple[str, ...] = ()) -> None:
        self.refuses = refuses
        self.log: list[str] = []
        self.opened: list[weakref.ref[Connection]] = []

    def connect(self, name: str) -> Connection:
        if name in self.refuses:
            raise Refused(name)
        self.log.append(f"open {name}")
        connection = Connection(name, self)
        self.opened.append(weakref.ref(connection))
        return connection

    def on_close(self, name: str) -> None:
        pass

    def closed(self) -> list[str]:
        return sorted(line for line in self.log if line.startswith("close"))


def connections_of(kata: ModuleType, server: Server, limit: int) -> Any:
    """A Connections on a Python that never runs `__del__`: there are such."""
    for each in list(vars(kata).values()):
        if isinstance(each, type) and each.__module__ == kata.__name__ and "__del__" in vars(each):
            del each.__del__
    return attempt(
        f"Connections(connect, {limit})", lambda: kata.Connections(server.connect, limit)
    )


def get(connections: Any, *names: str) -> Any:
    for name in names:
        last = attempt(f"connections.get({name!r})", lambda name=name: connections.get(name))
    return last


@check("the example of the task holds")
def example(kata: ModuleType) -> None:
    server = Server()
    connections = connections_of(kata, server, 2)
    with_block = "with Connections(connect, 2): get('orders'), get('stock'), get('orders')"
    attempt(with_block, connections.__enter__)
    orders = get(connections, "orders")
    expect("connections.get('orders').name", lambda: orders.name, gives="orders")
    get(connections, "stock")
    expect(
        "orders is connections.get('orders')",
        lambda: orders is get(connections, "orders"),
        gives=True,
    )
    expect(f"{with_block}: opened", lambda: server.log, gives=["open orders", "open stock"])
    attempt(with_block, lambda: connections.__exit__(None, None, None))
    expect(f"{with_block}: closed", server.closed, gives=["close orders", "close stock"])


@check("other names and other limits work too")
def other_names(kata: ModuleType) -> None:
    server = Server()
    connections = connections_of(kata, server, 3)
    expect(
        "limit 3: the names of the connections got for mail, '', audit, ''",
        lambda: [get(connections, name).name for name in ("mail", "", "audit", "")],
        gives=["mail", "", "audit", ""],
    )
    expect(
        "limit 3, get mail, '', audit, '': the log",
        lambda: server.log,
        gives=["open mail", "open ", "open audit"],
    )
    other = connections_of(kata, server, 1)
    expect("another Connections: get('mail').name", lambda: get(other, "mail").name, gives="mail")
    expect(
        "another Connections: get('mail'): the log goes on",
        lambda: server.log[3:],
        gives=["open mail"],
    )


@check("the connection whose last get is longest ago makes room, before the new one opens")
def makes_room(kata: ModuleType) -> None:
    server = Server()
    connections = connections_of(kata, server, 2)
    get(connections, "orders", "stock", "orders", "tax")
    expect(
        "limit 2, get orders, stock, orders, tax: the log",
        lambda: server.log,
        gives=["open orders", "open stock", "close stock", "open tax"],
    )
    get(connections, "stock")
    expect(
        "... and get stock: the log goes on",
        lambda: server.log[4:],
        gives=["close orders", "open stock"],
    )


@check("a refused connection is not kept, and the next attempt is a new one")
def refused(kata: ModuleType) -> None:
    server = Server(refuses=("stock",))
    connections = connections_of(kata, server, 2)
    get(connections, "orders")
    expect_error("connections.get('stock'), refused", lambda: connections.get("stock"), Refused)
    server.refuses = ()
    expect("connections.get('stock').name", lambda: connections.get("stock").name, gives="stock")
    expect(
        "limit 2, get orders, stock refused, stock: the log",
        lambda: server.log,
        gives=["open orders", "open stock"],
    )
    what = "limit 2, get orders, stock refused, stock, then close()"
    attempt(what, connections.close)
    expect(f"{what}: closed", server.closed, gives=["close orders", "close stock"])


@check("close closes each open connection once, and then there are none to get")
def closes_once(kata: ModuleType) -> None:
    server = Server()
    connections = connections_of(kata, server, 2)
    get(connections, "orders", "stock", "tax")
    what = "limit 2, get orders, stock, tax, then close()"
    attempt(what, connections.close)
    attempt(f"{what}, close() again", connections.close)
    expect(
        f"{what}, close() again: closed",
        server.closed,
        gives=["close orders", "close stock", "close tax"],
    )
    for name in ("tax", "mail"):
        expect_error(
            f"{what}, then get({name!r})",
            lambda name=name: connections.get(name),
            ValueError,
        )


@check("one that fails to close leaves no other open, and its exception is raised")
def failing_close(kata: ModuleType) -> None:
    for jammed in (("orders",), ("stock",), ("tax",), ("orders", "stock", "tax")):
        for kind in (Refused, PulledPlug):
            expect_all_closed(kata, jammed, kind)


def expect_all_closed(kata: ModuleType, jammed: tuple[str, ...], kind: type[BaseException]) -> None:
    server = Server()
    failures: list[BaseException] = []

    def jam(name: str) -> None:
        if name in jammed:
            failures.append(kind(name))
            raise failures[-1]

    server.on_close = jam
    connections = connections_of(kata, server, 3)
    get(connections, "orders", "stock", "tax")
    what = f"close() of orders, stock and tax, {kind.__name__} from {' and '.join(jammed)}"
    raised: list[BaseException] = []

    def close() -> None:
        try:
            connections.close()
        except kind as failure:
            raised.append(failure)
            raise

    expect_error(what, close, kind)
    expect(f"{what}: closed", server.closed, gives=["close orders", "close stock", "close tax"])
    expect(f"{what}: raised the first?", lambda: raised[0] is failures[0], gives=True)
    expect_error(f"{what}, then get('orders')", lambda: connections.get("orders"), ValueError)
    attempt(f"{what}, again", connections.close)
    expect(f"{what}, again: closed", lambda: len(server.closed()), gives=3)


@check("one that fails to close when it makes room is not closed again")
def failing_room(kata: ModuleType) -> None:
    server = Server()
    server.on_close = refuse
    connections = connections_of(kata, server, 1)
    get(connections, "orders")
    what = "limit 1, get orders, stock, where closing orders fails"
    expect_error(what, lambda: connections.get("stock"), Refused)
    expect(f"{what}: the log", lambda: server.log, gives=["open orders", "close orders"])
    attempt(f"{what}, then close()", connections.close)
    expect(f"{what}, then close(): closed", server.closed, gives=["close orders"])
    for fail, kind in ((refuse, Refused), (pull, PulledPlug)):
        server = Server()
        server.on_close = fail
        connections = connections_of(kata, server, 1)
        get(connections, "orders")
        what = f"limit 1, get orders, stock, where closing orders raises {kind.__name__}"
        expect_error(what, lambda c=connections: c.get("stock"), kind)
        expect(f"{what}: is orders gone?", lambda s=server: gone(s.opened[0]), gives=True)
        server.on_close = ignore
        get(connections, "orders", "stock")
        expect(
            f"{what}, then get orders and stock, where all goes well: the log goes on",
            lambda s=server: s.log[2:],
            gives=["open orders", "close orders", "open stock"],
        )


@check("a block that fails is closed too, and its exception goes on")
def failing_block(kata: ModuleType) -> None:
    for on_close, also in (
        (ignore, ""),
        (refuse, ", and closing Refused"),
        (pull, ", and closing PulledPlug"),
    ):
        server = Server()
        server.on_close = on_close
        connections = connections_of(kata, server, 2)

        def block(connections: Any = connections) -> None:
            with connections as entered:
                entered.get("orders")
                raise Stopped

        what = f"with Connections(connect, 2): get('orders'), then raise Stopped{also}"
        expect_error(what, block, Stopped)
        expect(f"{what}: closed", server.closed, gives=["close orders"])


@check("a block that ends well raises what closing raises")
def failing_end(kata: ModuleType) -> None:
    server = Server()
    server.on_close = refuse
    connections = connections_of(kata, server, 2)

    def block() -> None:
        with connections:
            connections.get("orders")

    expect_error("with Connections(connect, 2), whose closing fails", block, Refused)


@check("closing may close all the rest")
def closes_all(kata: ModuleType) -> None:
    server = Server()
    connections = connections_of(kata, server, 3)
    get(connections, "orders", "stock", "tax")
    server.on_close = lambda name: connections.close()
    what = "connections.close(), where each close() calls connections.close()"
    attempt(what, connections.close)
    expect(f"{what}: closed", server.closed, gives=["close orders", "close stock", "close tax"])
    server = Server()
    connections = connections_of(kata, server, 2)
    get(connections, "orders", "stock")
    refusals: list[str] = []

    def use_the_other(name: str) -> None:
        other = "stock" if name == "orders" else "orders"
        try:
            connections.get(other)
        except ValueError:
            refusals.append(other)

    server.on_close = use_the_other
    what = "connections.close(), where each close() gets the other connection"
    attempt(what, connections.close)
    expect(f"{what}: refused", lambda: sorted(refusals), gives=["orders", "stock"])
    expect(f"{what}: the log", lambda: server.log[:2], gives=["open orders", "open stock"])
    server = Server()
    connections = connections_of(kata, server, 1)
    server.on_close = lambda name: connections.close()
    get(connections, "orders")
    what = "limit 1, get('stock'), where closing orders calls connections.close()"
    expect_error(what, lambda: connections.get("stock"), ValueError)
    expect(f"{what}: the log", lambda: server.log, gives=["open orders", "close orders"])


@check("what is closed is forgotten")
def forgotten(kata: ModuleType) -> None:
    server = Server()
    connections = connections_of(kata, server, 1)
    get(connections, "orders", "stock")
    expect(
        "limit 1, get orders, stock: is orders gone?", lambda: gone(server.opened[0]), gives=True
    )
    what = "limit 1, get orders, stock, then close()"
    attempt(what, connections.close)
    expect(f"{what}: is stock gone?", lambda: gone(server.opened[1]), gives=True)
    jammed = Server()
    jammed.on_close = refuse
    connections = connections_of(kata, jammed, 1)
    get(connections, "orders")
    expect_error("close() of orders, failing", connections.close, Refused)
    expect(
        "close() of orders, failing: is orders gone?", lambda: gone(jammed.opened[0]), gives=True
    )


def ignore(name: str) -> None:
    pass


def refuse(name: str) -> None:
    raise Refused(name)


def pull(name: str) -> None:
    raise PulledPlug(name)


def gone(left: weakref.ref[Connection]) -> bool:
    for _ in range(10):
        if left() is None:
            break
        gc.collect()
    return left() is None


if __name__ == "__main__":
    main()
