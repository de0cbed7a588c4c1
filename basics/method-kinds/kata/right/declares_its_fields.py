# whole
"""Each class only declares its fields; Event does the work for the whole MRO."""


class Event:
    own_fields = ("id",)

    @classmethod
    def fields(cls):
        return [field for each in cls.__mro__ for field in vars(each).get("own_fields", ())]

    @classmethod
    def from_wire(cls, data):
        fields = cls.fields()
        wrong = data.keys() ^ set(fields)  # missing, or nobody's
        if wrong:
            raise ValueError(f"not as {cls.__name__} needs it: {', '.join(wrong)}")
        if not cls.valid_id(data["id"]):
            raise ValueError(f"{data['id']!r} is no id of {cls.__name__}")
        event = cls()
        for field in fields:
            setattr(event, field, data[field])
        return event

    @classmethod
    def valid_id(cls, id):
        return isinstance(id, int) and not isinstance(id, bool) and id > 0

    def to_wire(self):
        return {field: getattr(self, field) for field in self.fields()}


class Timed(Event):
    own_fields = ("time",)


class Priced(Event):
    own_fields = ("cents",)


class Sale(Timed, Priced):
    pass
