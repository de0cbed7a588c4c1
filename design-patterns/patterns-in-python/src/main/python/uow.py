"""An order is three writes and an event: what is left of them if one fails, with a unit of work?"""

import sqlite3
from contextlib import closing, contextmanager, suppress

TABLES = """
    CREATE TABLE orders (number TEXT PRIMARY KEY);
    CREATE TABLE stock (sku TEXT PRIMARY KEY, pieces INTEGER);
    CREATE TABLE invoices (number TEXT PRIMARY KEY);
    CREATE TABLE outbox (event TEXT, sent INTEGER DEFAULT 0);
    INSERT INTO stock VALUES ('LAMP', 10);
"""


class UnitOfWork:
    """All of a block's writes or none, and its events only after them."""

    def __init__(self, connection, publish):
        self.connection = connection
        self.publish = publish
        self.events = []

    def __enter__(self):
        self.connection.execute("BEGIN")
        return self

    def __exit__(self, kind, error, trace):
        try:
            self.connection.execute("COMMIT" if kind is None else "ROLLBACK")
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        if kind is None:
            for event in self.events:
                self.publish(event)


def place(connection, publish):
    """An order of one lamp."""
    connection.execute("INSERT INTO orders VALUES ('A-1')")
    publish("placed A-1")
    connection.execute("UPDATE stock SET pieces = pieces - 1 WHERE sku = 'LAMP'")
    connection.execute("INSERT INTO invoices VALUES ('A-1')")


def place_in_a_unit(connection, publish):
    with UnitOfWork(connection, publish) as unit:
        place(connection, unit.events.append)


def place_with_an_outbox(connection, publish):
    """The event is a fourth write; who publishes it is `relay`."""
    with UnitOfWork(connection, publish):
        place(connection, lambda event: None)
        connection.execute("INSERT INTO outbox (event) VALUES ('placed A-1')")


def place_with_the_connection(connection, publish):
    with connection.connection:
        place(connection, publish)


def relay(connection, publish):
    """Publishes what has not been sent. If it fails in between, an event is sent twice."""
    for number, event in connection.execute("SELECT rowid, event FROM outbox WHERE NOT sent"):
        publish(event)
        connection.execute(f"UPDATE outbox SET sent = 1 WHERE rowid = {number}")


class Failing:
    """A connection that fails: after so many writes, or instead of what begins like this."""

    def __init__(self, connection, writes=0, instead_of=None, error=RuntimeError):
        self.connection = connection
        self.writes_left = writes
        self.instead_of = instead_of
        self.error = error

    def execute(self, sql):
        if self.instead_of and sql.startswith(self.instead_of):
            raise self.error
        rows = self.connection.execute(sql).fetchall()
        if sql.startswith(("INSERT", "UPDATE")):
            self.writes_left -= 1
            if self.writes_left == 0:
                raise self.error
        return rows


WAYS = {
    "no unit": place,
    "unit": place_in_a_unit,
    "outbox": place_with_an_outbox,
    "connection": place_with_the_connection,
}


@contextmanager
def shop(begins="by itself"):
    """A new one. Unless told otherwise, its connection leaves BEGIN and COMMIT to us."""
    settings = {"isolation_level": None} if begins == "by itself" else {}
    with closing(sqlite3.connect(":memory:", **settings)) as connection:
        connection.executescript(TABLES)
        yield connection


def left(connection):
    """How many writes another reader would find: of what is not committed it finds nothing."""
    if connection.in_transaction:
        return "not ended"
    (counts,) = connection.execute(
        "SELECT (SELECT count(*) FROM orders), (SELECT 10 - pieces FROM stock),"
        " (SELECT count(*) FROM invoices), (SELECT count(*) FROM outbox)"
    )
    return sum(counts)


def after_a_failure(way, begins="by itself", error=RuntimeError, **failing):
    """How many writes are left, how many events are out, and what went on to the caller."""
    events, raised = [], None
    with shop(begins) as connection:
        try:
            WAYS[way](Failing(connection, error=error, **failing), events.append)
        except error as failure:
            raised = type(failure).__name__
        return [left(connection), len(events), raised]


def after_each_write(way, writes=3, begins="by itself"):
    """For a failure after each write in turn: how many are left, and how many events are out."""
    outcomes = [after_a_failure(way, begins, writes=number + 1)[:2] for number in range(writes)]
    return [list(each) for each in zip(*outcomes, strict=True)]


def after_ctrl_c(way):
    return after_a_failure(way, error=KeyboardInterrupt, writes=2)


def when_committing_fails():
    return after_a_failure("unit", instead_of="COMMIT")


def without_a_failure(way):
    return after_a_failure(way, writes=99)


def down(event):
    raise ConnectionError(event)


def when_the_bus_is_down(way):
    """What is left, and how often the event has arrived after each of two runs of the relay."""
    arrived = []
    with shop() as connection:
        connection = Failing(connection)
        with suppress(ConnectionError):
            WAYS[way](connection, down)
        kept = left(connection.connection)
        with suppress(ConnectionError):
            relay(connection, down)
        counts = []
        for _ in range(2):
            relay(connection, arrived.append)
            counts.append(len(arrived))
        return [kept, *counts]


def when_the_relay_fails_after_sending():
    """How often the event arrives if the relay fails before it has noted that, and runs again."""
    arrived = []
    with shop() as connection:
        place_with_an_outbox(Failing(connection), arrived.append)
        with suppress(RuntimeError):
            relay(Failing(connection, instead_of="UPDATE outbox"), arrived.append)
        relay(Failing(connection), arrived.append)
        return len(arrived)


if __name__ == "__main__":
    for way in "no unit", "unit":
        print(f"{way}, a failure after write 1, 2, 3: [left, events]", after_each_write(way))
    print("a unit whose commit fails:", when_committing_fails())
    print("the bus is down, unit:", when_the_bus_is_down("unit"))
    print("the bus is down, outbox:", when_the_bus_is_down("outbox"))
