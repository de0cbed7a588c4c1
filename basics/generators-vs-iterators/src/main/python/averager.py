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
    return (yield from inner)


def looping(inner):
    for average in inner:
        yield average


def around(inner, through):
    return {"yield from": delegating, "for": looping, "nothing": iter}[through](inner)


def prepared(through):
    """The log of an inner generator, that generator, and the one around it."""
    log = []
    inner = averager(log)
    return log, inner, around(inner, through)


def sent(through, *values):
    """What the inner generator receives, and what comes out; the first `next` sends None."""
    log, _inner, outer = prepared(through)
    out = [outer.send(value) for value in (None, *values)]
    return {"received": list(log), "out": out}


def sent_at_once(through, value):
    """What a new generator answers, when no `yield` waits for a value yet."""
    _log, _inner, outer = prepared(through)
    try:
        return outer.send(value)
    except TypeError as error:
        return type(error).__name__


def sent_to_a_list(through):
    """What comes out, when 5 is sent and the inner iterator is that of a list."""
    outer = around([10, 20], through)
    next(outer)
    try:
        return outer.send(5)
    except AttributeError as error:
        return type(error).__name__


def thrown(through):
    """Sends 10, throws a KeyError, sends 30."""
    log, _inner, outer = prepared(through)
    out = [outer.send(None), outer.send(10)]
    try:
        outer.throw(KeyError)
        out.append(outer.send(30))
    except KeyError as error:
        out.append(type(error).__name__)
    return {"received": list(log), "out": out}


def closed(through, inner_is_held):
    log, inner, outer = prepared(through)
    next(outer)
    if not inner_is_held:
        del inner
    outer.close()
    return list(log)


def one_day():
    yield
    return "end of day"


def returned(through):
    """What comes out as the return value, when the inner generator has returned."""
    outer = around(one_day(), through)
    next(outer)
    try:
        next(outer)
    except StopIteration as end:
        return end.value


if __name__ == "__main__":
    for through in ("yield from", "for"):
        print(f"through {through}, sent 10 and 20:", sent(through, 10, 20)["received"])
        print(f"through {through}, sent 10 at once:", sent_at_once(through, 10))
        print(f"through {through}, thrown a KeyError:", thrown(through)["received"])
        print(f"through {through}, closed:", closed(through, True))
        print(f"through {through}, returned:", returned(through))
        print(f"through {through}, 5 sent to a list:", sent_to_a_list(through))
