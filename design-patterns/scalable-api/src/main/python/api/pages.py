"""Lists of orders, newest first, in pages: by OFFSET, and by the key of the last order seen."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json

from api.answers import Refused, text
from api.database import Database, Row

SECRET = b"from the configuration, the same on every machine"
SELECT = "SELECT number, book, copies, placed FROM orders WHERE client = %s"
BEHIND = " AND (placed, number) < (%s, %s)"
NEWEST_FIRST = " ORDER BY placed DESC, number DESC LIMIT %s"


def by_offset(database: Database, client: str, size: int, offset: int) -> list[Row]:
    with database.transaction() as transaction:
        return transaction.query(SELECT + NEWEST_FIRST + " OFFSET %s", client, size, offset)


def by_key(
    database: Database, client: str, size: int, cursor: str | None
) -> tuple[list[Row], str | None]:
    """A page, and the cursor of the next one; None if there is none."""
    where, values = "", ()
    if cursor is not None:
        where, values = BEHIND, key_in(cursor, client)
    with database.transaction() as transaction:
        rows = transaction.query(SELECT + where + NEWEST_FIRST, client, *values, size + 1)
    if len(rows) <= size:
        return rows, None
    number, _, _, placed = rows[size - 1]
    return rows[:size], cursor_of(client, placed, number)


def cursor_of(client: str, placed: int, number: str) -> str:
    key = text([placed, number]).encode()
    return base64.urlsafe_b64encode(signature(client, key) + key).decode()


def key_in(cursor: str, client: str) -> tuple[int, str]:
    """Raises Refused if the cursor is damaged, or was made for another client."""
    try:
        signed = base64.urlsafe_b64decode(cursor)
    except (binascii.Error, ValueError):
        signed = b""
    if not hmac.compare_digest(signed[:16], signature(client, signed[16:])):
        raise Refused(400, "this cursor is not ours")
    placed, number = json.loads(signed[16:])
    return placed, number


def signature(client: str, key: bytes) -> bytes:
    return hmac.digest(SECRET, client.encode() + b"\n" + key, hashlib.sha256)[:16]
