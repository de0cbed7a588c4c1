"""The events are deleted first, and published after the commit."""


def relay(database, publish, most):
    with database.transaction() as transaction:
        events = transaction.query(
            """SELECT number, event FROM outbox ORDER BY placed, number
                LIMIT %s FOR UPDATE SKIP LOCKED""",
            most,
        )
        for number, _ in events:
            transaction.change("DELETE FROM outbox WHERE number = %s", number)
    for number, event in events:
        publish(number, event)
    return len(events)
