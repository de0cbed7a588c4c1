"""Stock: many threads reserve pieces, and no piece is promised twice.

Write the class Stock of a shop whose requests are served by many threads.

    Stock(pieces, audit)
        `pieces` says how many pieces of each SKU there are: {"LAMP": 3, "DESK": 1}. The
        stock keeps a count of its own: it never changes that dict, nor looks at it again.
        `audit` is a function of the shop, called as audit(sku, n). What it returns does
        not matter.

    stock.reserve(sku, n)
        If n is less than 1, whatever the SKU: raises ValueError.
        If there are fewer than n pieces, or the SKU is unknown: returns False.
        In both cases it takes nothing and does not call audit.
        Otherwise it takes n pieces out of the stock, then calls audit(sku, n) once, and
        returns True. If audit raises an exception, whichever (KeyboardInterrupt too), the
        pieces go back into the stock and that exception goes on to the caller.

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

Any number of threads call reserve at the same time. A thread may be overtaken by others
between any two of its instructions: of two that want the last pieces, exactly one gets them.
An audit may take long. It may call reserve itself, and it may wait until another thread's
reservation of the same SKU is through.

Check yourself with ./kata practice gil,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from collections.abc import Callable


class Stock:
    def __init__(self, pieces: dict[str, int], audit: Callable[[str, int], object]) -> None:
        raise NotImplementedError("Stock is yours to write")

    def reserve(self, sku: str, n: int) -> bool:
        raise NotImplementedError("Stock.reserve is yours to write")
