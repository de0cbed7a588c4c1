"""The same matching by NumPy: scans of whole columns, and a sort with binary searches."""

from __future__ import annotations

from functools import cache

import numpy as np
import places


@cache
def columns(n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    orders, payments = places.data(n)
    return np.array(orders), np.array(payments), np.arange(n)


def by_scans(n: int) -> int:
    orders, payments, _ = columns(n)
    found = (np.argmax(orders == payment) for payment in payments)
    return sum(row * int(place) for row, place in enumerate(found))


def by_sort_and_search(n: int) -> int:
    orders, payments, rows = columns(n)
    ranks = np.argsort(orders)
    found = ranks[np.searchsorted(orders, payments, sorter=ranks)]
    return int(rows @ found)
