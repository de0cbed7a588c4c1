"""A subclass of `date` with one constructor parameter more, and the factories it inherits."""

from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)


class Deadline(date):
    def __new__(cls, year, month, day, owner):
        deadline = super().__new__(cls, year, month, day)
        deadline.owner = owner
        return deadline


class DeadlineWithDefault(date):
    def __new__(cls, year, month, day, owner="nobody"):
        deadline = super().__new__(cls, year, month, day)
        deadline.owner = owner
        return deadline


class Due(NamedTuple):
    """Has a date instead of being one: it inherits no factory."""

    on: date
    owner: str


def outcome(act):
    try:
        return type(act()).__name__
    except (TypeError, ValueError) as refused:
        return type(refused).__name__


def of_a_required_parameter():
    deadline = Deadline(2026, 1, 31, "Ann")
    return {
        "fromordinal": outcome(lambda: Deadline.fromordinal(deadline.toordinal())),
        "fromisoformat": outcome(lambda: Deadline.fromisoformat("2026-01-31")),
        "plus": outcome(lambda: deadline + DAY),
    }


def owners_a_day_later():
    by_default = DeadlineWithDefault(2026, 1, 31, "Ann") + DAY
    due = Due(date(2026, 1, 31), "Ann")
    later = due._replace(on=due.on + DAY)
    return {
        "by default": [type(by_default).__name__, by_default.isoformat(), by_default.owner],
        "composed": [type(later).__name__, later.on.isoformat(), later.owner],
    }


if __name__ == "__main__":
    for factory, came_of_it in of_a_required_parameter().items():
        print(f"required parameter, {factory:14}", came_of_it)
    for design, later in owners_a_day_later().items():
        print(f"a day later, {design:21}", later)
