"""A subclass of `date` with one constructor parameter more, and the factories it inherits."""

import pickle
from copy import copy
from datetime import date, timedelta
from typing import NamedTuple


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


class Holiday(date):
    owner = "everybody"  # and the constructor as it was


class Due(NamedTuple):
    """Has a date instead of being one, so it inherits none of `date`'s factories."""

    on: date
    owner: str


DAYS = {
    "required": Deadline(2026, 1, 31, "Ann"),
    "default": DeadlineWithDefault(2026, 1, 31, "Ann"),
    "none": Holiday(2026, 1, 31),
}


def made_from(parameter):
    """What the inherited factories make, for a day of a class with such a parameter more."""
    day = DAYS[parameter]
    return {
        "written in the class": [name for name, each in vars(type(day)).items() if callable(each)],
        "the day itself": outcome(lambda: day),
        "plus": outcome(lambda: day + timedelta(days=1)),
        "minus": outcome(lambda: day - timedelta(days=1)),
        "fromordinal": outcome(lambda: type(day).fromordinal(day.toordinal())),
        "fromisoformat": outcome(lambda: type(day).fromisoformat("2026-01-31")),
        "copy": outcome(lambda: copy(day)),
        "pickle": outcome(lambda: pickle.loads(pickle.dumps(day))),
    }


def outcome(act):
    try:
        made = act()
    except (TypeError, ValueError) as refused:
        return type(refused).__name__
    return [type(made).__name__, made.isoformat(), made.owner]


def composed():
    """Ann's date, a day later."""
    due = Due(date(2026, 1, 31), "Ann")
    later = due._replace(on=due.on + timedelta(days=1))
    return [type(later).__name__, later.on.isoformat(), later.owner]


if __name__ == "__main__":
    for parameter in DAYS:
        for factory, came_of_it in made_from(parameter).items():
            print(f"one parameter more: {parameter:9} {factory:15}", came_of_it)
    print("composed, a day later:", composed())
