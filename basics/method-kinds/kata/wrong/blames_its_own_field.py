# caught by: what another team's code raises comes through
# The try spans the call of super(), so it catches the KeyError of another team's class too,
# and then says that the time is missing, which is there.


@classmethod
def from_wire(cls, data):
    rest = dict(data)
    try:
        time = rest.pop("time")
        event = super(Timed, cls).from_wire(rest)
    except KeyError:
        raise ValueError("time is missing") from None
    event.time = time
    return event


Timed.from_wire = from_wire
