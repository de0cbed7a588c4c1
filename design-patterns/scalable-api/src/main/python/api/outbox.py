"""From the database to the world: events are published after the commit, at least once."""

from __future__ import annotations

from collections.abc import Callable

from api.database import Database

Publish = Callable[[str, str], object]


def relay(database: Database, publish: Publish, most: int) -> int:
    """Publishes some events and then deletes them; how many. Several relays may run at once."""
    with database.transaction() as transaction:
        events = transaction.query(
            """SELECT number, event FROM outbox ORDER BY placed, number
                LIMIT %s FOR UPDATE SKIP LOCKED""",
            most,
        )
        for number, event in events:
            publish(number, event)
            transaction.change("DELETE FROM outbox WHERE number = %s", number)
    return len(events)
