# caught by: a plain event comes from the wire and goes back


class Event:
    id = 1

    @classmethod
    def from_wire(cls, data):
        return cls()

    @staticmethod
    def valid_id(id):
        return True

    def to_wire(self):
        return {"id": self.id}


class Timed(Event):
    pass


class Priced(Event):
    pass


class Sale(Timed, Priced):
    pass
