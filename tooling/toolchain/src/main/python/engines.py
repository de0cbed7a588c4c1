"""Five wrong rows, and who accepts them: a fake, SQLite, SQLite with strict tables."""

import sqlite3

TABLES = [
    "CREATE TABLE customer (id INTEGER PRIMARY KEY, name VARCHAR(10) NOT NULL)",
    "CREATE TABLE invoice (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL"
    " REFERENCES customer (id), cents INTEGER NOT NULL)",
]
RIGHT = [
    "INSERT INTO customer VALUES (1, 'Ann')",
    "INSERT INTO invoice VALUES (7, 1, 499)",
]
WRONG = {
    "a number twice": "INSERT INTO invoice VALUES (7, 1, 100)",
    "no amount": "INSERT INTO invoice VALUES (8, 1, NULL)",
    "a word for an amount": "INSERT INTO invoice VALUES (9, 1, 'free')",
    "a customer who is not there": "INSERT INTO invoice VALUES (10, 2, 100)",
    "a name that is too long": "INSERT INTO customer VALUES (3, 'Annabella Ann')",
}
CONTROL = {"right": "INSERT INTO invoice VALUES (8, 1, 100)"}


class Fake:
    """A repository for tests, as one sees it in many projects."""

    def __init__(self):
        self.rows = []

    def execute(self, statement):
        self.rows.append(statement)


def rows_of_the_fake():
    fake = Fake()
    for statement in [*RIGHT, *WRONG.values()]:
        fake.execute(statement)
    return len(fake.rows)


def database(is_strict, length="TEXT"):
    connection = sqlite3.connect(":memory:", isolation_level=None)
    if is_strict:
        connection.execute("PRAGMA foreign_keys = ON")
    for table in TABLES:
        text = table.replace("VARCHAR(10)", length) + " STRICT" if is_strict else table
        connection.execute(text)
    return connection


CHECKED = "TEXT CHECK (length(name) <= 10)"
ENGINES = {
    "fake": Fake,
    "sqlite": lambda: database(False),
    "strict": lambda: database(True),
    "checked": lambda: database(True, CHECKED),
}


def accepted(name, statements):
    """The names of these statements that the engine accepts after the right ones."""
    found = []
    for what, statement in statements.items():
        engine = ENGINES[name]()
        for right in RIGHT:
            engine.execute(right)
        try:
            engine.execute(statement)
            found.append(what)
        except sqlite3.IntegrityError:
            pass
        if name != "fake":
            engine.close()
    return found


def of_wrong(name):
    return accepted(name, WRONG)


def of_right(name):
    """A control: what is right is accepted."""
    return accepted(name, CONTROL)


def texts():
    """For an engine that Python does not know."""
    return {"tables": TABLES, "right": RIGHT, "wrong": WRONG, "control": CONTROL}


if __name__ == "__main__":
    for name in ENGINES:
        print(name, "accepts", of_wrong(name))
