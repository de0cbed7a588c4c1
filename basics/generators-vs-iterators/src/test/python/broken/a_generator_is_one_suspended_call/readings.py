"""The generator is replaced by an iterator over a tuple, which can be copied and saved."""


def readings(last):
    return iter(tuple(range(1, last + 1)))
