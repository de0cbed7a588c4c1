"""A budget of counted work in a test: which sizes of a problem it notices, and which mistakes."""

import threading

from settlement import orders, work
from settlement.work import count, work_budget


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


def with_no_counter():
    """Whether the budget notices that nothing is counted any more."""
    connection = orders.database(5, merchants=3, trace=None)
    return outcome(work_budget(statements=1)(orders.orders_after), connection)


def misspelt():
    """Whether a budget of a kind that nobody counts is refused."""
    return outcome(lambda: work_budget(statments=1))


def parsing(times, most):
    return outcome(work_budget(parses=most)(lambda: count("parses", times)))


def in_a_thread(times, most):
    """The same, done by another thread."""

    def parse():
        thread = threading.Thread(target=count, args=["parses", times])
        thread.start()
        thread.join()

    return outcome(work_budget(parses=most)(parse))


def passed_on():
    """What the budget leaves alone: name, arguments, result and exception; and what it refuses."""

    @work_budget(parses=2)
    def rate(currency, *, parses):
        count("parses", parses)
        return f"{currency}, {parses} parses"

    too_many = outcome(lambda: rate("USD", parses=3))
    return [rate.__name__, rate("USD", parses=2), too_many, outcome(lambda: rate("USD", parses=""))]


if __name__ == "__main__":
    for way in "orders_before", "orders_after":
        for number in 0, 1, 200:
            kept = with_one_statement(way, number)
            print(f"{way}, {number} orders: {statements(way, number)} statements, {kept}")
    print("a misspelt budget:", misspelt())
    print("a counter that is not connected:", with_no_counter())
