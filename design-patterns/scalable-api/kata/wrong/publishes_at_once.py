# caught by: a new order takes its copies and has one event in the outbox, and nothing is published
# The world hears of an order that may be rolled back a moment later.


def placed(database, client, key, order):
    with database.transaction() as tx:
        tx.take(order["book"], order["copies"])
        number = tx.insert_order(client, order)
        tx.insert_answer(client, key, order, (201, number))
        database.publish({"placed": number, **order})
    return 201, number
