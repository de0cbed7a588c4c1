"""A client reads pages while others order and cancel. What does it see twice, or never?"""

from __future__ import annotations

import re

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


def read_through(url: str, size: int) -> list[Numbers]:
    """All pages of 100 orders of Ada, with one of Bob between."""
    books = filled(url)
    add(books, 1050, client="Bob")
    rows, cursor = pages.by_key(books, "Ada", size, None)
    read = [numbers(rows)]
    while cursor is not None:
        rows, cursor = pages.by_key(books, "Ada", size, cursor)
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
    books = filled(url, 1000)
    offset = SIZE * page
    last = pages.by_offset(books, "Ada", SIZE, offset - 1)[0]
    key = last[3], last[0]
    past_the_index = pages.BEHIND.replace("placed", "placed + 0")
    return [
        looked_at(books, pages.NEWEST_FIRST + " OFFSET %s", SIZE, offset),
        looked_at(books, pages.BEHIND + pages.NEWEST_FIRST, *key, SIZE + 1),
        looked_at(books, past_the_index + pages.NEWEST_FIRST, *key, SIZE + 1),
    ]


def looked_at(books: database.Database, where: str, *values: object) -> int:
    """The rows that the scan gave on, and those that its filter took away."""
    explain = "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) "
    with books.transaction() as transaction:
        for way in ("seqscan", "bitmapscan", "sort"):
            transaction.change(f"SET LOCAL enable_{way} = off")
        plan = transaction.query(explain + pages.SELECT + where, "Ada", *values)
    scan = str(plan).partition("Scan")[2]
    return sum(map(int, re.findall(r"(?:actual rows=|Removed by Filter: )(\d+)", scan)))


if __name__ == "__main__":
    for way in ("offset", "key"):
        first, second = two_pages("sqlite:", way, [100, 101, 102], [])
        print(f"3 new, by {way}: {len(set(first) & set(second))} are seen twice")
