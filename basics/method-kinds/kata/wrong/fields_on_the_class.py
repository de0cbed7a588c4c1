# caught by: a second event leaves the first as it is
# Sets the fields on the class: every event made later changes all the earlier ones.


class Event:
    @classmethod
    def from_wire(cls, data):
        number, rest = taken("id", data)
        if rest:
            raise ValueError(list(rest))
        if not cls.valid_id(number):
            raise ValueError(number)
        cls.id = number
        return cls()

    @staticmethod
    def valid_id(id):
        return isinstance(id, int) and id > 0

    def to_wire(self):
        return {"id": self.id}


class Timed(Event):
    @classmethod
    def from_wire(cls, data):
        time, rest = taken("time", data)
        cls.time = time
        return super().from_wire(rest)

    def to_wire(self):
        return {**super().to_wire(), "time": self.time}


class Priced(Event):
    @classmethod
    def from_wire(cls, data):
        cents, rest = taken("cents", data)
        cls.cents = cents
        return super().from_wire(rest)

    def to_wire(self):
        return {**super().to_wire(), "cents": self.cents}


class Sale(Timed, Priced):
    pass


def taken(field, data):
    rest = dict(data)
    if field not in rest:
        raise ValueError(f"{field} is missing")
    return rest.pop(field), rest
