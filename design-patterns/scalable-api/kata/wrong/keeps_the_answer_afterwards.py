# caught by: the process ends at any step: a retry leaves one order
# If the process ends between the two transactions, nobody knows the key, and a retry orders again.


def placed(database, client, key, order):
    with database.transaction() as tx:
        tx.take(order["book"], order["copies"])
        number = tx.insert_order(client, order)
        tx.insert_event({"placed": number, **order})
    with database.transaction() as tx:
        tx.insert_answer(client, key, order, (201, number))
    return 201, number
