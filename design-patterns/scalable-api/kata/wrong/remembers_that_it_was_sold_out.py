# caught by: too few copies: that is not kept
# The refusal of a moment becomes the answer for ever.

placed_if_there = placed


def placed(database, client, key, order):
    try:
        return placed_if_there(database, client, key, order)
    except database.SoldOut:
        with database.transaction() as tx:
            tx.insert_answer(client, key, order, (409, None))
        return 409, None
