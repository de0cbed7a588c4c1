"""When the body of a generator function runs, and when its errors come."""


def read_feed(limit):
    if limit < 0:
        raise ValueError(f"limit {limit}")
    yield from range(limit)


def read_feed_checked(limit):
    if limit < 0:
        raise ValueError(f"limit {limit}")
    return (reading for reading in range(limit))


def error(act):
    try:
        act()
    except Exception as failure:
        return type(failure).__name__
    return None


def errors(make):
    """The error of making an iterator, and that of taking its first item."""
    made = []
    return [error(lambda: made.append(make())), error(lambda: next(made[0])) if made else None]


def of_a_generator_function():
    return errors(lambda: read_feed(-1))


def of_a_function_that_returns_a_generator():
    return errors(lambda: read_feed_checked(-1))


def of_an_expression():
    """The outermost iterable of a generator expression is evaluated at once, the rest is not."""
    no_feed = None
    return {
        "outer": errors(lambda: (reading for reading in no_feed)),
        "inner": errors(lambda: (reading for meter in [1] for reading in no_feed)),
    }


if __name__ == "__main__":
    print("errors [on call, on first next]")
    print("generator function:", of_a_generator_function())
    print("function that returns a generator:", of_a_function_that_returns_a_generator())
    print("expression, outer and inner iterable:", of_an_expression())
