"""One matching in pure Python: by a scan, by scans in C, and by a dict. All answer the same."""

from __future__ import annotations

from functools import cache

Data = tuple[list[int], list[int]]


@cache
def data(n: int) -> Data:
    """So many numbers of orders, and the same in another order: equal objects, not the same."""
    orders = [number * 2_654_435_761 % 2_147_483_647 for number in range(1, n + 1)]
    return orders, [int(str(number)) for number in reversed(orders)]


def by_loop(n: int) -> int:
    orders, payments = data(n)
    answer = 0
    for row, payment in enumerate(payments):
        for place, order in enumerate(orders):
            if order == payment:
                answer += row * place
                break
    return answer


def by_list_index(n: int) -> int:
    orders, payments = data(n)
    return sum(row * orders.index(payment) for row, payment in enumerate(payments))


def by_dict(n: int) -> int:
    orders, payments = data(n)
    place_of = {order: place for place, order in enumerate(orders)}
    return sum(row * place_of[payment] for row, payment in enumerate(payments))
