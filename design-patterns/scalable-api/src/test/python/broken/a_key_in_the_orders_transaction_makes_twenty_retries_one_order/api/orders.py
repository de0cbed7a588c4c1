"""Looks whether the key is known, and remembers it after the order, if nobody else has by then."""


def place(database, client, key, order, now):
    fingerprint = hashlib.sha256(text(order).encode()).hexdigest()
    with database.transaction() as transaction:
        known = transaction.query(
            "SELECT answer FROM answers WHERE client = %s AND request_key = %s", client, key
        )
        if not known:
            answer = placed(transaction, client, order, now)
            transaction.change(
                "INSERT INTO answers VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
                client,
                key,
                fingerprint,
                text([answer.status, answer.body, answer.headers]),
            )
    return repeated(database, client, key, fingerprint) if known else answer
