"""The owner is no parameter of the constructor: nothing stands in a factory's way."""


def ownerless(cls, year, month, day, *owner):
    return date.__new__(cls, year, month, day)


Deadline.__new__ = ownerless
Deadline.owner = "Ann"
