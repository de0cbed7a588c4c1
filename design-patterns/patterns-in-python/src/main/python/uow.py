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
            if kind is None:
                self.connection.execute("COMMIT")
        finally:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
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


def place_when_sqlite_rolls_back(connection, publish):
    """The last write is refused, and SQLite itself ends the transaction."""
    with UnitOfWork(connection, publish) as unit:
        place(connection, unit.events.append)
        connection.execute("INSERT OR ROLLBACK INTO orders VALUES ('A-1')")


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

    @property
    def in_transaction(self):
        return self.connection.in_transaction

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
    "SQLite rolls back": place_when_sqlite_rolls_back,
}


MODES = {
    "isolation_level=None": {"isolation_level": None},
    "autocommit=True": {"autocommit": True},
    "autocommit=False": {"autocommit": False},
    "default": {},
}


@contextmanager
def shop(mode="isolation_level=None"):
    """A new one. Unless told otherwise, its connection leaves BEGIN and COMMIT to us."""
    with closing(sqlite3.connect(":memory:", **MODES[mode])) as connection:
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


def after_a_failure(way, mode="isolation_level=None", error=RuntimeError, **failing):
    """How many writes are left, how many events are out, and what went on to the caller."""
    events, raised = [], None
    with shop(mode) as connection:
        try:
            WAYS[way](Failing(connection, error=error, **failing), events.append)
        except error as failure:
            raised = type(failure).__name__
        return [left(connection), len(events), raised]


def after_each_write(way, writes=3, mode="isolation_level=None"):
    """For a failure after each write in turn: how many are left, and how many events are out."""
    outcomes = [after_a_failure(way, mode, writes=number + 1)[:2] for number in range(writes)]
    return [list(each) for each in zip(*outcomes, strict=True)]


def after_ctrl_c(way):
    return after_a_failure(way, error=KeyboardInterrupt, writes=2)


def when_committing_fails():
    return after_a_failure("unit", instead_of="COMMIT")


def when_sqlite_rolls_back():
    return after_a_failure("SQLite rolls back", error=sqlite3.IntegrityError)


def with_a_transaction_begun_already():
    return after_a_failure("unit", "autocommit=False", error=sqlite3.OperationalError)


def without_a_failure(way, mode="isolation_level=None"):
    return after_a_failure(way, mode, writes=99)


def down(event):
    raise ConnectionError(event)


def when_the_bus_is_down(way):
    """What the caller gets, what is left, and how often the event has arrived after each relay."""
    arrived, raised = [], None
    with shop() as connection:
        connection = Failing(connection)
        try:
            WAYS[way](connection, down)
        except ConnectionError as failure:
            raised = type(failure).__name__
        kept = left(connection.connection)
        with suppress(ConnectionError):
            relay(connection, down)
        counts = []
        for _ in range(2):
            relay(connection, arrived.append)
            counts.append(len(arrived))
        return [raised, kept, *counts]


def of_three_events_when_the_bus_is_down():
    """How many a unit tries to publish."""
    tried = []

    def publish(event):
        tried.append(event)
        down(event)

    with shop() as connection, suppress(ConnectionError), UnitOfWork(connection, publish) as unit:
        unit.events += [1, 2, 3]
    return tried


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
