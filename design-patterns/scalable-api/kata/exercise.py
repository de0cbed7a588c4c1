"""place_order: a client may send an order again, and it is placed once.

    place_order(database, client, key, order)

A client that gets no answer sends its order again, with the same key. Return the answer of the
first time, and change nothing the second time.

`order` is a dict such as {"book": "Emma", "copies": 2}. The database has two methods:

    with database.transaction() as tx:
        What is done with tx is kept when the block ends. If an exception leaves the block, nothing
        of it is kept. Begin one transaction after another, never one inside of another. After
        Taken or SoldOut a transaction can only end, and the exception must leave the block.

    database.publish(event)
        Tells the world, at once. A relay calls it, with what is in the outbox, and nobody else.

and tx has these:

    tx.insert_answer(client, key, order, answer)
        Keeps an answer under a client's key. Raises Taken if this client has used the key, even if
        another transaction, which has not ended, has: then it waits for that one's end first.
    tx.find_answer(client, key)
        (order, answer) if that was kept by a transaction that has ended; else None.
    tx.take(book, copies)
        Takes copies from the stock. Raises SoldOut if there are too few.
    tx.insert_order(client, order)
        Keeps an order, and returns its number.
    tx.insert_event(event)
        Puts an event in the outbox.

The process may end at any of these calls, and at the end of a transaction. Many calls of
place_order run at once, on several machines: between any two calls of yours, another one may run
from its beginning to its end.

Return, as a tuple
    (201, number)   if the order is placed. It then has one event: {"placed": number, **order}
    the same        if the client sends the same order with the same key again
    (422, None)     if the client has used the key for another order
    (409, None)     if the order is new, and too few copies are there. That is not kept: with the
                    same key the client may try again later.
Two clients may use the same key. An order may have other fields, too; the dict stays as it is.
Every other exception goes on to the caller, and nothing of the order is kept then.

For example:

    >>> place_order(database, "Ada", "key-1", {"book": "Emma", "copies": 2})
    (201, 1)
    >>> place_order(database, "Ada", "key-1", {"book": "Emma", "copies": 2})
    (201, 1)
    >>> place_order(database, "Ada", "key-1", {"book": "Emma", "copies": 3})
    (422, None)

The exceptions are attributes of the database: database.Taken and database.SoldOut.

Check yourself with ./kata practice scalable-api,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from typing import Any

Answer = tuple[int, int | None]


def place_order(database: Any, client: str, key: str, order: dict[str, Any]) -> Answer:
    raise NotImplementedError("place_order is yours to write")
