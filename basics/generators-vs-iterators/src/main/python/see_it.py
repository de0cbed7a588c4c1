"""A generator from its call to its end: a program to paste."""

from contextlib import closing


def readings():
    print("opened")
    try:
        yield 21
        yield 22
    finally:
        print("closed")


shelf = [21, 22]
print("a list is its own iterator:", iter(shelf) is shelf)
meter = readings()  # nothing has run yet
print("a generator is its own iterator:", iter(meter) is meter)
print("first item:", next(meter))
print("the rest:", list(meter))
print("a second loop:", list(meter))

with closing(readings()) as meter:
    for reading in meter:
        print("stopping at", reading)
        break
    print("after break, still open")
