"""What reaches an inner generator through `yield from`, and through a `for` loop."""


def averager(log):
    """Averages what is sent; starts over when a KeyError is thrown in."""
    total = count = 0
    try:
        while True:
            try:
                value = yield total / count if count else None
            except KeyError:
                log.append("reset")
                total = count = 0
                continue
            log.append(value)
            total, count = total + (value or 0), count + 1
    finally:
        log.append("closed")


def delegating(log):
    yield from averager(log)


def looping(log):
    for average in averager(log):
        yield average


def sent(make):
    log = []
    outer = make(log)
    next(outer)
    for value in (10, 20):
        outer.send(value)
    return log[:2]


def thrown(make):
    log = []
    outer = make(log)
    next(outer)
    try:
        outer.throw(KeyError("meter"))
    except KeyError:
        log.append("KeyError came back")
    return log[:1] if "reset" in log else log[-1:]


def closed(make):
    log = []
    outer = make(log)
    next(outer)
    outer.close()
    return list(log)


def through_yield_from():
    return {"sent": sent(delegating), "thrown": thrown(delegating), "closed": closed(delegating)}


def through_a_loop():
    return {"sent": sent(looping), "thrown": thrown(looping), "closed": closed(looping)}


if __name__ == "__main__":
    print("through yield from:", through_yield_from())
    print("through a for loop:", through_a_loop())
