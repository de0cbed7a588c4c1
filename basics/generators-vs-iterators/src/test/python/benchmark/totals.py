"""One sum in four forms: every form adds up the same squares of the even numbers below n."""

from collections.abc import Iterator
from itertools import compress, cycle, tee
from operator import mul


def by_list(n: int) -> int:
    even = [number for number in range(n) if number % 2 == 0]
    squares = [number * number for number in even]
    return sum(squares)


def by_generator(n: int) -> int:
    even = (number for number in range(n) if number % 2 == 0)
    squares = (number * number for number in even)
    return sum(squares)


class Squares:
    """What the generator does, as a class with `__next__`."""

    def __init__(self, n: int) -> None:
        self.number = 0
        self.n = n

    def __iter__(self) -> Iterator[int]:
        return self

    def __next__(self) -> int:
        while self.number < self.n:
            number = self.number
            self.number += 1
            if number % 2 == 0:
                return number * number
        raise StopIteration


def by_iterator_class(n: int) -> int:
    return sum(Squares(n))


def by_itertools(n: int) -> int:
    even, again = tee(compress(range(n), cycle((1, 0))))
    return sum(map(mul, even, again))
