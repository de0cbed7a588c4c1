# caught by: another call with the same key, at any step: one order, one answer
# Perhaps the last copies went to the same order, by a call that came between.


def place_order(database, client, key, order):
    try:
        return repeated(database, client, key, order) or placed(database, client, key, order)
    except database.SoldOut:
        return 409, None
    except database.Taken:
        return repeated(database, client, key, order)
