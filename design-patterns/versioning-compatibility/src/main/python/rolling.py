"""The column `name` becomes `customer` while old and new code share one table."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

Names = list[str | None]
FLAGS: dict[str, bool] = {}  # in a service: a setting that changes without a deployment


class Version1:
    """Knows only the old column."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    def write(self, name: str) -> None:
        self.database.execute("INSERT INTO orders (name) VALUES (?)", (name,))

    def read(self) -> Names:
        return self.column("name")

    def column(self, name: str) -> Names:
        return [row[0] for row in self.database.execute(f"SELECT {name} FROM orders ORDER BY id")]


class Version2(Version1):
    """Writes both columns, and reads the one that the flag says."""

    def write(self, name: str) -> None:
        self.database.execute("INSERT INTO orders (name, customer) VALUES (?, ?)", (name, name))

    def read(self) -> Names:
        return self.column("customer" if FLAGS["read customer"] else "name")


class Version3(Version1):
    """Knows only the new column."""

    def write(self, name: str) -> None:
        self.database.execute("INSERT INTO orders (customer) VALUES (?)", (name,))

    def read(self) -> Names:
        return self.column("customer")


def name_may_be_empty(database: sqlite3.Connection) -> None:
    """In Postgres it is one step, DROP NOT NULL; SQLite needs another table."""
    database.execute("ALTER TABLE orders RENAME TO before")
    database.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT, customer TEXT)")
    database.execute("INSERT INTO orders SELECT id, name, customer FROM before")
    database.execute("DROP TABLE before")


VERSIONS: dict[str, type[Version1]] = {"1": Version1, "2": Version2, "3": Version3}
STEPS: dict[str, Callable[[sqlite3.Connection], object]] = {
    "rename": lambda database: database.execute("ALTER TABLE orders RENAME name TO customer"),
    "expand": lambda database: database.execute("ALTER TABLE orders ADD COLUMN customer TEXT"),
    "correct": lambda database: database.execute(  # as version 1 does
        "UPDATE orders SET name = '4' WHERE id = 1"
    ),
    "backfill": lambda database: database.execute(  # in Postgres: IS DISTINCT FROM
        "UPDATE orders SET customer = name WHERE customer IS NOT name"
    ),
    "fill-empty": lambda database: database.execute(
        "UPDATE orders SET customer = name WHERE customer IS NULL"
    ),
    "free-name": name_may_be_empty,
    "flag-on": lambda database: FLAGS.update({"read customer": True}),
    "flag-off": lambda database: FLAGS.update({"read customer": False}),
    "contract": lambda database: database.execute("ALTER TABLE orders DROP COLUMN name"),
}


def rolled_out(plan: str) -> list[Any]:
    """Carries out a plan: steps, and versions that each write one order and then read all.

    What each version reads is noted, with the version's number in the place of a customer that
    it wrote; or the exception that it meets.
    """
    FLAGS["read customer"] = False
    seen: list[Any] = []
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT NOT NULL)")
        for each in plan.split():
            if each in VERSIONS:
                version = VERSIONS[each](database)
                seen.append(outcome(lambda version=version, each=each: used(version, each)))
            else:
                STEPS[each](database)
    return seen


def used(version: Version1, name: str) -> str:
    version.write(name)
    return "".join(name or "?" for name in version.read())


def outcome(attempt: Callable[[], Any]) -> Any:
    try:
        return attempt()
    except sqlite3.Error as error:
        return type(error).__name__


if __name__ == "__main__":
    print("renamed in one step:", rolled_out("1 rename 3 1"))
    print("in small steps:", rolled_out("1 expand 1 2 backfill flag-on 2 free-name 3"))
    print("the flag on before the backfill:", rolled_out("1 expand 2 flag-on 2"))
    print("only empty rows filled:", rolled_out("expand 2 correct fill-empty flag-on 2"))
