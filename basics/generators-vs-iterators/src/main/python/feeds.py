"""When the body of a generator function runs, and when its errors come."""


def read_feed(limit, log):
    log.append("body begun")
    if limit < 0:
        raise ValueError(f"limit {limit}")
    yield from range(limit)


def read_feed_checked(limit, log):
    if limit < 0:
        raise ValueError(f"limit {limit}")
    return read_feed(limit, log)


def deliver(batches, send):
    return map(send, batches)


METERS = ["water"]


def connect(log):
    log.append("connected")
    return [42]


EXPRESSIONS = {
    "outermost iterable": lambda log: (reading for reading in connect(log)),
    "inner iterable": lambda log: (reading for meter in METERS for reading in connect(log)),
    "condition": lambda log: (42 for meter in METERS if connect(log)),
    "result": lambda log: (connect(log)[0] for meter in METERS),
    "outermost iterable None": lambda log: (x for x in None),
    "inner iterable None": lambda log: (x for a in [1] for x in None),
}


def outcome(action):
    """The result of a call, or the name of its error."""
    try:
        return action()
    except Exception as error:
        return type(error).__name__


def watched(make):
    """What a call gives and what the first `next` gives, and what has run after each of them."""
    log = []
    made = outcome(lambda: make(log))
    after_call = list(log)
    if isinstance(made, str):
        return {"gives": [made, "not reached"], "ran": [after_call]}
    first = outcome(lambda: next(made))
    return {"gives": [type(made).__name__, first], "ran": [after_call, log], "rest": list(made)}


def function(name, limit):
    read = {"read_feed": read_feed, "read_feed_checked": read_feed_checked}[name]
    return watched(lambda log: read(limit, log))


def expression(part):
    return watched(EXPRESSIONS[part])


def delivered(results_are_taken):
    """The batches that have been sent, when nobody takes the results, and when somebody does."""
    sent = []
    results = deliver([1, 2, 3], sent.append)
    if results_are_taken:
        list(results)
    return sent


if __name__ == "__main__":
    print("[the call, the first next]")
    for name in ("read_feed", "read_feed_checked"):
        print(f"{name}(-1):", function(name, -1)["gives"])
    for part in EXPRESSIONS:
        print(f"an expression, {part}:", expression(part)["gives"])
    print("batches sent, nobody takes the results:", delivered(results_are_taken=False))
    print("batches sent, somebody takes the results:", delivered(results_are_taken=True))
