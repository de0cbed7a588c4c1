"""A context manager made from a generator: the block runs where the generator is suspended."""

from contextlib import contextmanager


@contextmanager
def transaction(log):
    log.append("begun")
    try:
        yield
    except KeyError:
        log.append("rolled back")
    else:
        log.append("committed")


def used(fails):
    """What the generator notes, when the block ends, or raises a KeyError."""
    log = []
    with transaction(log):
        if fails:
            raise KeyError
    return log


if __name__ == "__main__":
    print("the block ends:", used(fails=False))
    print("the block raises a KeyError:", used(fails=True))
