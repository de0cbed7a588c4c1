# caught by: a class of another team joins, wherever it stands
# Makes an event only to ask it for its class, although `cls` says that already.


class Event:
    @classmethod
    def from_wire(cls, data):
        return cls().filled(data)

    def filled(self, data):
        event = type(self)()
        number, rest = taken("id", data)
        if rest:
            raise ValueError(list(rest))
        if not self.valid_id(number):
            raise ValueError(number)
        event.id = number
        return event

    @staticmethod
    def valid_id(id):
        return isinstance(id, int) and id > 0

    def to_wire(self):
        return {"id": self.id}


class Timed(Event):
    def filled(self, data):
        time, rest = taken("time", data)
        event = super().filled(rest)
        event.time = time
        return event

    def to_wire(self):
        return {**super().to_wire(), "time": self.time}


class Priced(Event):
    def filled(self, data):
        cents, rest = taken("cents", data)
        event = super().filled(rest)
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
