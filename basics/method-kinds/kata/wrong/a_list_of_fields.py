# caught by: a class of another team joins, wherever it stands
# One list per class instead of super(): whoever combines two classes gets the first one's list.


class Event:
    fields = ("id",)

    @classmethod
    def from_wire(cls, data):
        event = cls()
        for field in cls.fields:
            if field not in data:
                raise ValueError(f"{field} is missing")
            setattr(event, field, data[field])
        unknown = set(data) - set(cls.fields)
        if unknown:
            raise ValueError(unknown)
        if not cls.valid_id(event.id):
            raise ValueError(event.id)
        return event

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
