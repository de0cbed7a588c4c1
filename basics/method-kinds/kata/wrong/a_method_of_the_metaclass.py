# caught by: an event is of the class that it is asked of
# Found through the class only: an event does not have it.


class Wired(type):
    def from_wire(cls, data):
        rest = dict(data)
        event = cls()
        for field in cls.fields:
            if field not in rest:
                raise ValueError(field)
            setattr(event, field, rest.pop(field))
        if rest or not cls.valid_id(event.id):
            raise ValueError(rest or event.id)
        return event


class Event(metaclass=Wired):
    fields = ("id",)

    @staticmethod
    def valid_id(id):
        return isinstance(id, int) and id > 0

    def to_wire(self):
        return {field: getattr(self, field) for field in self.fields}


class Timed(Event):
    fields = ("id", "time")


class Priced(Event):
    fields = ("id", "cents")


class Sale(Timed, Priced):
    fields = ("id", "time", "cents")
