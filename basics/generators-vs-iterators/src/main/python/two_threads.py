"""One generator asked by two threads: in turn, and while one of them is inside."""

from threading import Event, Thread


def readings(entered, go_on):
    entered.set()
    go_on.wait()
    yield from (1, 2)


def asked(while_inside):
    """What the first thread gets, and the second: after the first, or while the first is inside."""
    entered, go_on, first = Event(), Event(), []
    generator = readings(entered, go_on)
    thread = Thread(target=lambda: first.append(next(generator)))
    thread.start()
    entered.wait()
    if not while_inside:
        go_on.set()
        thread.join()
    try:
        second = next(generator)
    except ValueError as error:
        second = type(error).__name__
    go_on.set()
    thread.join()
    return [*first, second]


if __name__ == "__main__":
    print("in turn:", asked(while_inside=False))
    print("one while the other is inside:", asked(while_inside=True))
