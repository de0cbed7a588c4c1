"""What a budget looks at: each kind that it names, in each thread; and what it leaves alone."""

import threading

from budgets import outcome
from settlement.work import count, work_budget


def parsing(times, most):
    return outcome(work_budget(parses=most)(lambda: count("parses", times)))


def of_two_kinds(statements, parses):
    """Whether this much work keeps to a budget of one each, whichever is named first."""

    def both():
        count("statements", statements)
        count("parses", parses)

    budgets = {"statements": 1, "parses": 1}, {"parses": 1, "statements": 1}
    return [outcome(work_budget(**most)(both)) for most in budgets]


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
    for parses in 1, 2, 3:
        print(f"{parses} parses, at most 2: {parsing(parses, 2)};", end=" ")
        print(f"by a thread: {in_a_thread(parses, 2)}")
    print("one statement and two parses, at most one each:", of_two_kinds(1, 2))
