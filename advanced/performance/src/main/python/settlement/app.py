"""The application: a payment for each order, settled through all five layers."""

from settlement import work
from settlement.bank_file import records_after, records_before, written
from settlement.matching import Number, matched_after, matched_before
from settlement.orders import database, orders_after, orders_before
from settlement.rates import in_euro_after, in_euro_before
from settlement.report import totals_after, totals_before

BEFORE = records_before, orders_before, matched_before, in_euro_before, totals_before
AFTER = records_after, orders_after, matched_after, in_euro_after, totals_after


def settle(layers, data, connection):
    """What each merchant gets."""
    read, load, match, in_euro, total = layers
    payments = read(data)
    orders = load(connection)
    numbers = [Number(number) for number, _, _ in orders]
    found = [orders[place] for place in match(numbers, [Number(n) for n, _ in payments])]
    cents = in_euro([(cents, order[1]) for (_, cents), order in zip(payments, found, strict=True)])
    rows = [(order[2], amount) for order, amount in zip(found, cents, strict=True)]
    return total(rows, sorted({name for _, _, name in orders}))


def settled(repaired, payments=100, merchants=10):
    """The work of each layer, and the totals; `repaired` names the layers that are repaired."""
    layers = [
        after if after.__name__.removesuffix("_after") in repaired else before
        for before, after in zip(BEFORE, AFTER, strict=True)
    ]
    data = written((number, 1000 + number) for number in range(payments))
    connection = database(payments, merchants)
    work.counted.clear()
    totals = settle(layers, data, connection)
    connection.close()
    return {
        "work": {kind: work.counted[kind] for kind in work.KINDS},
        "totals": {merchant: str(total) for merchant, total in totals.items()},
    }
