"""Makes its readings at the call: asking for one produces nothing any more."""


def produce(log):
    made = []
    for reading in range(3):
        log(f"made {reading}")
        made.append(reading)
    return hand_out(made, log)


def hand_out(made, log):
    try:
        yield from made
    finally:
        log("closed")
