"""A client reads pages while others order and cancel. What does it see twice, or never?"""

from __future__ import annotations

import re

from api import database, pages
from api.answers import Refused
from trial.requests import NOON

SIZE = 10


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


def second_page(url: str, event: str, way: str) -> list[int]:
    """Between the first page and the second something happens: orders seen twice, and skipped."""
    books = filled(url)
    if way == "offset":
        first = pages.by_offset(books, "Ada", SIZE, 0)
        happens(books, event, first)
        second = pages.by_offset(books, "Ada", SIZE, SIZE)
    else:
        first, cursor = pages.by_key(books, "Ada", SIZE, None)
        happens(books, event, first)
        second, _ = pages.by_key(books, "Ada", SIZE, cursor)
    expected = {f"{number:06}" for number in range(80, 90)}
    seen = {row[0] for row in second}
    return [len(seen & {row[0] for row in first}), len(expected - seen)]


def happens(books: database.Database, event: str, first: list[database.Row]) -> None:
    if event == "3 new":
        add(books, 100, 101, 102)
    if event == "3 cancelled":
        with books.transaction() as transaction:
            for row in first[2:5]:
                transaction.change("DELETE FROM orders WHERE number = %s", row[0])


def read_through(url: str, size: int) -> list[int]:
    """All pages of 100 orders of Ada, with one of Bob between: pages, orders, different ones."""
    books = filled(url)
    add(books, 1050, client="Bob")
    numbers, cursor, read = [], None, 0
    while read == 0 or cursor is not None:
        rows, cursor = pages.by_key(books, "Ada", size, cursor)
        numbers += [row[0] for row in rows]
        read += 1
    ordered = numbers == sorted(numbers, reverse=True)
    return [read, len(numbers), len(set(numbers)), int(ordered)]


def foreign_cursors(url: str) -> list[int]:
    """Ada's cursor, used by her and by Bob; a changed one, one that is no base64, and nothing."""
    books = filled(url)
    _, cursor = pages.by_key(books, "Ada", SIZE, None)
    assert cursor is not None
    changed = cursor[:-6] + ("A" if cursor[-6] != "A" else "B") + cursor[-5:]
    cases = [("Ada", cursor), ("Bob", cursor), ("Ada", changed), ("Ada", "x"), ("Ada", "")]
    return [status(books, *case) for case in cases]


def status(books: database.Database, client: str, cursor: str) -> int:
    try:
        pages.by_key(books, client, SIZE, cursor)
        return 200
    except Refused as refused:
        return refused.answer.status


def index_rows(url: str, page: int) -> list[int]:
    """How many rows PostgreSQL looks at for a page: by OFFSET, by key, and past the index."""
    books = filled(url, 1000)
    offset, number = SIZE * page, 1000 - SIZE * page
    last = NOON + (number + 1) // 2, f"{number:06}"
    past_the_index = pages.BEHIND.replace("placed", "placed + 0")
    return [
        looked_at(books, pages.NEWEST_FIRST + " OFFSET %s", SIZE, offset),
        looked_at(books, pages.BEHIND + pages.NEWEST_FIRST, *last, SIZE + 1),
        looked_at(books, past_the_index + pages.NEWEST_FIRST, *last, SIZE + 1),
    ]


def looked_at(books: database.Database, where: str, *values: object) -> int:
    """The rows that the scan gave on, and those that its filter took away."""
    explain = "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) "
    with books.transaction() as transaction:
        for way in ("seqscan", "bitmapscan", "sort"):
            transaction.change(f"SET LOCAL enable_{way} = off")
        plan = transaction.query(explain + pages.SELECT + where, "Ada", *values)
    lines = "\n".join(line for (line,) in plan)
    scan = lines[lines.index("Scan") :]
    return sum(map(int, re.findall(r"(?:actual rows=|Removed by Filter: )(\d+)", scan)))


if __name__ == "__main__":
    for way in ("offset", "key"):
        for event in ("3 new", "3 cancelled"):
            print(way, event, "seen twice, skipped:", second_page("sqlite:", event, way))
