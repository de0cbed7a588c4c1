"""Stock: many threads reserve pieces, and no piece is promised twice.

Write the class Stock of a shop whose requests are served by many threads.

    Stock(pieces, audit)
        `pieces` says how many pieces of each SKU there are: {"LAMP": 3, "DESK": 1}.
        `audit` is a function of the shop, called as audit(sku, n).

    stock.reserve(sku, n)
        Takes n pieces out of the stock, then calls audit(sku, n) once and returns True.
        If there are fewer than n pieces, or the SKU is unknown: returns False, takes
        nothing and does not call audit. If n is less than 1: raises ValueError.
        If audit raises an exception, the pieces go back into the stock and the
        exception goes on to the caller.

For example:

    >>> stock = Stock({"LAMP": 3, "DESK": 1}, audit=print)
    >>> stock.reserve("LAMP", 2)
    LAMP 2
    True
    >>> stock.reserve("LAMP", 2)
    False
    >>> stock.reserve("DESK", 1)
    DESK 1
    True

Any number of threads call reserve at the same time. A thread may be overtaken by another
between any two of its instructions. An audit may take long: it may even wait until another
thread's reservation of the same SKU is through.

Check yourself with ./kata practice gil,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from collections.abc import Callable


class Stock:
    def __init__(self, pieces: dict[str, int], audit: Callable[[str, int], object]) -> None:
        raise NotImplementedError("Stock is yours to write")

    def reserve(self, sku: str, n: int) -> bool:
        raise NotImplementedError("Stock.reserve is yours to write")
