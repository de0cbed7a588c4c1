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


def delegating(inner):
    yield from inner


def looping(inner):
    for average in inner:
        yield average


def begun(through):
    """The log of an inner generator, that generator, and the one around it after one `next`."""
    log = []
    inner = averager(log)
    outer = {"yield from": delegating, "for": looping, "nothing": iter}[through](inner)
    next(outer)
    return log, inner, outer


def sent(through, *values):
    """What the inner generator receives, and what comes out."""
    log, _inner, outer = begun(through)
    out = [outer.send(value) for value in values]
    return {"received": list(log), "out": out}


def thrown(through):
    log, _inner, outer = begun(through)
    outer.send(10)
    log.clear()
    try:
        out = outer.throw(KeyError("meter"))
    except KeyError as error:
        out = type(error).__name__
    return {"received": list(log), "out": out}


def closed(through, inner_is_held):
    log, inner, outer = begun(through)
    if not inner_is_held:
        del inner
    outer.close()
    return list(log)


if __name__ == "__main__":
    for through in ("yield from", "for"):
        print(f"through {through}, sent 10 and 20:", sent(through, 10, 20)["received"])
        print(f"through {through}, thrown a KeyError:", thrown(through)["received"])
        print(f"through {through}, closed:", closed(through, True))
