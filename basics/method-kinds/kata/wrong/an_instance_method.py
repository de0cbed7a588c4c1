# caught by: a plain event comes from the wire and goes back
# There is no instance yet that it could be called on.


class Event:
    def from_wire(self, data):
        number, rest = taken("id", data)
        if rest:
            raise ValueError(list(rest))
        if not self.valid_id(number):
            raise ValueError(number)
        event = type(self)()
        event.id = number
        return event

    @staticmethod
    def valid_id(id):
        return isinstance(id, int) and id > 0

    def to_wire(self):
        return {"id": self.id}


class Timed(Event):
    def from_wire(self, data):
        time, rest = taken("time", data)
        event = super().from_wire(rest)
        event.time = time
        return event

    def to_wire(self):
        return {**super().to_wire(), "time": self.time}


class Priced(Event):
    def from_wire(self, data):
        cents, rest = taken("cents", data)
        event = super().from_wire(rest)
        event.cents = cents
        return event

    def to_wire(self):
        return {**super().to_wire(), "cents": self.cents}


class Sale(Timed, Priced):
    pass


def taken(field, data):
    rest = dict(data)
    if field not in rest:
        raise ValueError(f"{field} is missing")
    return rest.pop(field), rest
