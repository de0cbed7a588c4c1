"""The owner is no parameter of the constructor: nothing stands in a factory's way."""


class Deadline(date):
    def __new__(cls, year, month, day, *owner):
        return super().__new__(cls, year, month, day)
