"""Python calls Java methods that declare types: which values do they take?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def reserve(shop: Any, quantity: object) -> object:
    return shop.reserve("LAMP", quantity)


def reserved(shop: Any) -> list[object]:
    """What `int quantity` takes: a number, and five that are no int of Java's."""
    return [outcome(lambda q=q: reserve(shop, q)) for q in (3, 3.0, "3", 3.5, True, 2**31)]


def reserved_nothing(shop: Any) -> object:
    """What `String sku` makes of None."""
    return outcome(lambda: shop.reserve(None, 3))


def counted(shop: Any, quantities: list[object]) -> list[object]:
    """What `List<Integer> quantities` makes of a list: how many there are, and their sum."""
    return [outcome(lambda: shop.count(quantities)), outcome(lambda: shop.total(quantities))]


def line(quantity: object) -> dict[str, object]:
    return {"sku": "LAMP", "quantity": quantity}


def outcome(attempt: Callable[[], object]) -> object:
    try:
        return attempt()
    except TypeError:
        return "TypeError"
    except BaseException as error:  # Java's are no Exception on GraalPy
        return error.getClass().getSimpleName()  # type: ignore


class PythonShop:
    """The same shop in Python, where nobody checks."""

    def reserve(self, sku: str, quantity: int) -> str:
        return f"{quantity} x {sku}"

    def count(self, quantities: list[int]) -> int:
        return len(quantities)

    def total(self, quantities: list[int]) -> int:
        return sum(quantities)


if __name__ == "__main__":
    print("without Java, in Python:", reserved(PythonShop()))
    print("... for None:", reserved_nothing(PythonShop()))
