"""Placing an order once, however often the client asks for it."""

from __future__ import annotations

import hashlib
import json
import secrets

from api.answers import Answer, Refused, text
from api.database import Database, Taken, Transaction


def place(database: Database, client: str, key: str, order: dict, now: int) -> Answer:
    """The order, its event and the answer are committed together, under the client's key."""
    fingerprint = hashlib.sha256(text(order).encode()).hexdigest()
    try:
        with database.transaction() as transaction:
            transaction.change(
                "INSERT INTO answers VALUES (%s, %s, %s, '')", client, key, fingerprint
            )
            answer = placed(transaction, client, order, now)
            transaction.change(
                "UPDATE answers SET answer = %s WHERE client = %s AND request_key = %s",
                text([answer.status, answer.body, answer.headers]),
                client,
                key,
            )
        return answer
    except Taken:
        return repeated(database, client, key, fingerprint)


def placed(transaction: Transaction, client: str, order: dict, now: int) -> Answer:
    book, copies = order["book"], order["copies"]
    if not transaction.change(
        "UPDATE stock SET copies = copies - %s WHERE book = %s AND copies >= %s",
        copies,
        book,
        copies,
    ):
        raise Refused(409, "sold out")
    number = secrets.token_hex(8)
    transaction.change(
        "INSERT INTO orders VALUES (%s, %s, %s, %s, %s)", number, client, book, copies, now
    )
    event = text({"placed": number, "book": book, "copies": copies})
    transaction.change("INSERT INTO outbox VALUES (%s, %s, %s)", number, event, now)
    body = text({"number": number, "book": book, "copies": copies})
    return Answer(201, body, (("Location", f"/orders/{number}"),))


def repeated(database: Database, client: str, key: str, fingerprint: str) -> Answer:
    with database.transaction() as transaction:
        [(known, answer)] = transaction.query(
            "SELECT fingerprint, answer FROM answers WHERE client = %s AND request_key = %s",
            client,
            key,
        )
    if known != fingerprint:
        raise Refused(422, "this key was used for another order")
    status, body, headers = json.loads(answer)
    return Answer(status, body, tuple((name, value) for name, value in headers))
