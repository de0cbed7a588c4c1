# caught by: a timed and a priced event have a field more


class Event:
    id, time, cents = 7, "09:30", 250

    @classmethod
    def from_wire(cls, data):
        return cls()

    @staticmethod
    def valid_id(id):
        return id == 7

    def to_wire(self):
        return {"id": 7}


class Timed(Event):
    pass


class Priced(Event):
    pass


class Sale(Timed, Priced):
    def to_wire(self):
        return {"id": 7, "time": "09:30", "cents": 250}
