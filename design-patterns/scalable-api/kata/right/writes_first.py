"""Does not look first: whether the key is known shows when the answer is to be kept."""


def place_order(database, client, key, order):
    try:
        return placed(database, client, key, order)
    except (database.Taken, database.SoldOut):
        known = repeated(database, client, key, order)
        return (409, None) if known is None else known
