# whole
"""Looks in the transaction that writes, and looks again if another call was faster."""


def place_order(database, client, key, order):
    is_sold_out = False
    while True:
        try:
            with database.transaction() as tx:
                found = tx.find_answer(client, key)
                if found:
                    return found[1] if found[0] == order else (422, None)
                if is_sold_out:
                    return 409, None
                tx.take(order["book"], order["copies"])
                number = tx.insert_order(client, order)
                tx.insert_answer(client, key, order, (201, number))
                tx.insert_event({"placed": number, **order})
                answer = 201, number
            return answer
        except database.Taken:
            continue
        except database.SoldOut:
            is_sold_out = True
