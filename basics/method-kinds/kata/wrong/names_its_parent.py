# caught by: the examples hold
# Calls its parent by name, which looks the same as super() until there is a Sale: then the
# object is an Event instead of a Sale, and Priced is never asked for its field.


@classmethod
def from_wire(cls, data):
    time, rest = taken("time", data)
    event = Event.from_wire(rest)
    event.time = time
    return event


Timed.from_wire = from_wire
