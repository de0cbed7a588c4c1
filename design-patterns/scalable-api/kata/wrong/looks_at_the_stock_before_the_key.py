# caught by: the same order again changes nothing, and its key is bound to it
# "Sold out" sends the client away, although its key was used for another order by mistake.


def place_order(database, client, key, order):
    try:
        return placed(database, client, key, order)
    except database.Taken:
        return repeated(database, client, key, order)
    except database.SoldOut:
        known = repeated(database, client, key, order) or (422, None)
        return known if known[0] == 201 else (409, None)
