# caught by: only the fields go back, in a dict of their own
# An attribute that somebody set becomes a field, if another class has one of that name.


FIELDS = ("id", "time", "cents")


class Event:
    @classmethod
    def from_wire(cls, data):
        number, rest = taken("id", data)
        if rest:
            raise ValueError(list(rest))
        if not cls.valid_id(number):
            raise ValueError(number)
        event = cls()
        event.id = number
        return event

    @staticmethod
    def valid_id(id):
        return isinstance(id, int) and id > 0

    def to_wire(self):
        return {field: getattr(self, field) for field in FIELDS if hasattr(self, field)}


class Timed(Event):
    @classmethod
    def from_wire(cls, data):
        time, rest = taken("time", data)
        event = super().from_wire(rest)
        event.time = time
        return event


class Priced(Event):
    @classmethod
    def from_wire(cls, data):
        cents, rest = taken("cents", data)
        event = super().from_wire(rest)
        event.cents = cents
        return event


class Sale(Timed, Priced):
    pass


def taken(field, data):
    rest = dict(data)
    if field not in rest:
        raise ValueError(f"{field} is missing")
    return rest.pop(field), rest
