"""top_customers: the customers with the greatest totals, without asking for a rate twice.

Write a function for the nightly report of a shop that sells in many currencies.

    top_customers(orders, k, fx_rate)
        `orders` is an iterable, perhaps a generator, that can be gone through once. Each order
        is a dict: {"customer": "Ada", "cents": 1999, "currency": "USD", "day": 3}. The cents
        are an int: 0 for a free order, less than 0 for a refund. The dicts are not yours: do
        not change them. The iterable may yield one dict again and again, changed each time, so
        take out of an order what you need before you take the next one.
        `fx_rate` is called as fx_rate(currency, day) and returns how many euro cents a cent of
        that currency was worth on that day: a Fraction, which may be 0. It is slow.

        Returns a list of at most k pairs (customer, total): the customers with the greatest
        totals, the greatest first. Of two with the same total, the one whose first order came
        earlier stands first. A total is exact: the sum of all cents times their rates, as a
        Fraction. If there are fewer than k customers, all of them are in the list.

        If k is less than 1: raises ValueError, takes no order and asks for no rate.

    In one call of top_customers, fx_rate is called at most once for each currency and day, and
    only for those that an order has. Each call of top_customers asks anew: a rate may have been
    corrected since. If fx_rate raises an exception, do not ask again: the exception reaches the
    caller, whichever it is. (For a StopIteration, a RuntimeError will do, as from a generator.)

For example:

    >>> def fx_rate(currency, day):
    ...     print("asked for", currency, day)
    ...     return Fraction(9, 10) if currency == "USD" else Fraction(1)
    >>> orders = [
    ...     {"customer": "Ada", "cents": 1000, "currency": "EUR", "day": 1},
    ...     {"customer": "Bo", "cents": 2000, "currency": "USD", "day": 1},
    ...     {"customer": "Cy", "cents": 500, "currency": "USD", "day": 1},
    ... ]
    >>> top_customers(orders, 2, fx_rate)
    asked for EUR 1
    asked for USD 1
    [('Bo', Fraction(1800, 1)), ('Ada', Fraction(1000, 1))]

Check yourself with ./kata practice performance,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction


def top_customers(
    orders: Iterable[dict], k: int, fx_rate: Callable[[str, int], Fraction]
) -> list[tuple[str, Fraction]]:
    raise NotImplementedError("top_customers is yours to write")
