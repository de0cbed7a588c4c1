"""Looks whether the key is known, and remembers it after the order, in a transaction of its own."""


def place(database, client, key, order, now):
    fingerprint = hashlib.sha256(text(order).encode()).hexdigest()
    with database.transaction() as transaction:
        known = transaction.query(
            "SELECT answer FROM answers WHERE client = %s AND request_key = %s", client, key
        )
    if known:
        return repeated(database, client, key, fingerprint)
    with database.transaction() as transaction:
        answer = placed(transaction, client, order, now)
    stored = text([answer.status, answer.body, answer.headers])
    try:
        with database.transaction() as transaction:
            transaction.change(
                "INSERT INTO answers VALUES (%s, %s, %s, %s)", client, key, fingerprint, stored
            )
    except Taken:
        pass
    return answer
