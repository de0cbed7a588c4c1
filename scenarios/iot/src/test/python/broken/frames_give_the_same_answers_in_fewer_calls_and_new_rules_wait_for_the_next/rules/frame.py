"""One event for each device and frame is enough, somebody thought: of two windows one is told."""

judge, tell = process, closed
told = set()


def process(*columns):
    told.clear()
    return judge(*columns)


def closed(events, rows, device, *state):
    if device in told:
        return rows
    told.add(device)
    return tell(events, rows, device, *state)
