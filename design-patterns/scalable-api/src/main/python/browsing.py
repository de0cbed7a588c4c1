"""A client reads pages while others order and cancel. What does it see twice, or never?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from api import database, pages
from api.answers import Refused
from trial.requests import NOON

SIZE = 10
Numbers = list[str]


def filled(url: str, orders: int = 100) -> database.Database:
    """Orders in pairs of the same millisecond; the first page ends between two of a pair."""
    books = database.new(url)
    add(books, *range(orders))
    return books


def add(books: database.Database, *numbers: int, client: str = "Ada") -> None:
    with books.transaction() as transaction:
        for number in numbers:
            transaction.change(
                "INSERT INTO orders VALUES (%s, %s, 'Emma', 1, %s)",
                f"{number:06}",
                client,
                NOON + (number + 1) // 2,
            )


def two_pages(url: str, way: str, new: list[int], cancelled: Numbers) -> list[Numbers]:
    """The orders of the first page and of the second; what happens, happens between them."""
    books = filled(url)
    first, cursor = pages.by_key(books, "Ada", SIZE, None)
    add(books, *new)
    with books.transaction() as transaction:
        for number in cancelled:
            transaction.change("DELETE FROM orders WHERE number = %s", number)
    if way == "offset":
        second = pages.by_offset(books, "Ada", SIZE, SIZE)
    else:
        second, _ = pages.by_key(books, "Ada", SIZE, cursor)
    return [numbers(first), numbers(second)]


def numbers(rows: list[database.Row]) -> Numbers:
    return [row[0] for row in rows]


def between_two_pages(url: str) -> list[int]:
    """When the last two orders of the first page were placed, and the first two of the second."""
    rows = pages.by_offset(filled(url), "Ada", 4, SIZE - 2)
    return [placed - NOON for _, _, _, placed in rows]


def read_through(url: str, client: str, size: int) -> list[Numbers]:
    """All pages of a client, if Ada has 100 orders, and Bob has one that is newer."""
    books = filled(url)
    add(books, 1050, client="Bob")
    rows, cursor = pages.by_key(books, client, size, None)
    read = [numbers(rows)]
    while cursor is not None:
        rows, cursor = pages.by_key(books, client, size, cursor)
        read.append(numbers(rows))
    return read


def first_cursor(url: str) -> str | None:
    """Ada's, behind her first page."""
    return pages.by_key(filled(url), "Ada", SIZE, None)[1]


def status(url: str, client: str, cursor: str) -> int:
    try:
        pages.by_key(database.connect(url), client, SIZE, cursor)
        return 200
    except Refused as refused:
        return refused.answer.status


def index_rows(url: str, page: int) -> list[int]:
    """How many rows PostgreSQL looks at for a page: by OFFSET, by key, and past the index."""
    books = Explaining(filled(url, 1000))
    offset = SIZE * page
    last, _, _, placed = pages.by_offset(books.database, "Ada", SIZE, offset - 1)[0]
    pages.by_offset(books, "Ada", SIZE, offset)
    pages.by_key(books, "Ada", SIZE, pages.cursor_of("Ada", placed, last))
    past_the_index = pages.BEHIND.replace("placed", "placed + 0")
    with books.transaction() as transaction:
        sql = pages.SELECT + past_the_index + pages.NEWEST_FIRST
        transaction.query(sql, "Ada", placed, last, SIZE + 1)
    return books.looked_at


class Explaining:
    """A database that notes for each query how many rows it looks at."""

    def __init__(self, books: database.Database) -> None:
        self.database = books
        self.looked_at: list[int] = []

    @contextmanager
    def transaction(self) -> Iterator[Explaining]:
        with self.database.transaction() as transaction:
            for way in ("seqscan", "bitmapscan", "sort"):
                transaction.change(f"SET LOCAL enable_{way} = off")
            self.asked = transaction
            yield self

    def query(self, sql: str, *values: object) -> list[database.Row]:
        """The rows that the scan gave on, and those that its filter took away."""
        explain = "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) "
        plan = self.asked.query(explain + sql, *values)
        scan = str(plan).partition("Scan")[2]
        counts = re.findall(r"(?:actual rows=|Removed by Filter: )(\d+)", scan)
        self.looked_at.append(sum(map(int, counts)))
        return self.asked.query(sql, *values)


if __name__ == "__main__":
    for way in ("offset", "key"):
        first, second = two_pages("sqlite:", way, [100, 101, 102], [])
        print(f"3 new, by {way}: {len(set(first) & set(second))} are seen twice")
