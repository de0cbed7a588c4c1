"""A budget of counted work in a test: which sizes of a problem it notices, and which mistakes."""

from settlement import orders, work
from settlement.work import work_budget


def outcome(action, *arguments):
    """`passes`, or the name of what the call raises."""
    try:
        action(*arguments)
    except Exception as error:
        return type(error).__name__
    return "passes"


def statements(way, number):
    """How many statements it takes to load so many orders."""
    connection = orders.database(number, merchants=3)
    before = work.counted["statements"]
    getattr(orders, way)(connection)
    return work.counted["statements"] - before


def with_one_statement(way, number):
    """Whether loading so many orders keeps to a budget of one statement."""
    connection = orders.database(number, merchants=3)
    return outcome(work_budget(statements=1)(getattr(orders, way)), connection)


def lazily(connection):
    """The query in a loop again, but done only when somebody asks for the orders."""
    rows = connection.execute(orders.ORDERS)
    return (
        (number, connection.execute(orders.MERCHANT, [who]).fetchone()) for number, _, who in rows
    )


def lazy(number):
    """Orders loaded and statements run by the lazy loop, which keeps to a budget of one."""
    connection = orders.database(number, merchants=3)
    before = work.counted["statements"]
    loaded = work_budget(statements=1)(lazily)(connection)  # raises if over budget
    return [len([*loaded]), work.counted["statements"] - before]


def with_no_counter():
    """Whether the budget notices that nothing is counted any more."""
    connection = orders.database(5, merchants=3, trace=None)
    return outcome(work_budget(statements=1)(orders.orders_after), connection)


def misspelt():
    """Whether a budget of a kind that nobody counts is refused."""
    return outcome(lambda: work_budget(statments=1))


if __name__ == "__main__":
    for way in "orders_before", "orders_after":
        for number in 0, 1, 200:
            kept = with_one_statement(way, number)
            print(f"{way}, {number} orders: {statements(way, number)} statements, {kept}")
    print("a misspelt budget:", misspelt())
    print("a counter that is not connected:", with_no_counter())
    print("a lazy loop, 200 orders: [loaded, statements] =", lazy(200))
