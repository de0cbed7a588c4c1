"""Order, event and answer in one transaction; who comes second reads what the first one kept."""

from typing import Any

Answer = tuple[int, int | None]


def place_order(database: Any, client: str, key: str, order: dict[str, Any]) -> Answer:
    known = repeated(database, client, key, order)
    if known is not None:
        return known
    try:
        return placed(database, client, key, order)
    except (database.Taken, database.SoldOut):  # perhaps because of a call with the same key
        return repeated(database, client, key, order) or (409, None)


def placed(database: Any, client: str, key: str, order: dict[str, Any]) -> Answer:
    with database.transaction() as tx:
        tx.take(order["book"], order["copies"])
        number = tx.insert_order(client, order)
        tx.insert_event({"placed": number, **order})
        tx.insert_answer(client, key, order, (201, number))
    return 201, number


def repeated(database: Any, client: str, key: str, order: dict[str, Any]) -> Answer | None:
    """The answer if this key is known; else None."""
    with database.transaction() as tx:
        found = tx.find_answer(client, key)
    if found is None:
        return None
    first, answer = found
    return answer if first == order else (422, None)
