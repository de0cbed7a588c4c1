# caught by: only the fields go back, in a dict of their own
# Gives back what came, and not what the event has become.


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
        event.wire = {"id": number}
        return event

    @staticmethod
    def valid_id(id):
        return isinstance(id, int) and id > 0

    def to_wire(self):
        return dict(self.wire)


class Timed(Event):
    @classmethod
    def from_wire(cls, data):
        time, rest = taken("time", data)
        event = super().from_wire(rest)
        event.time = event.wire["time"] = time
        return event

    def to_wire(self):
        return super().to_wire()


class Priced(Event):
    @classmethod
    def from_wire(cls, data):
        cents, rest = taken("cents", data)
        event = super().from_wire(rest)
        event.cents = event.wire["cents"] = cents
        return event

    def to_wire(self):
        return super().to_wire()


class Sale(Timed, Priced):
    pass


def taken(field, data):
    rest = dict(data)
    if field not in rest:
        raise ValueError(f"{field} is missing")
    return rest.pop(field), rest
