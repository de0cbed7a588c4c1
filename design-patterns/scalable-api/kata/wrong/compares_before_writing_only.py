# caught by: another order with the same key, at any step: one is placed, and it alone
# Who was slower is told the number of somebody else's order.

repeated_and_compared = repeated


def place_order(database, client, key, order):
    known = repeated_and_compared(database, client, key, order)
    if known is not None:
        return known
    try:
        return placed(database, client, key, order)
    except (database.Taken, database.SoldOut):
        with database.transaction() as tx:
            found = tx.find_answer(client, key)
        return (409, None) if found is None else found[1]
