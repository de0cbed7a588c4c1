"""Python calls Java methods that declare types: which values do they take?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def reserve(shop: Any, quantity: object) -> object:
    return shop.reserve("LAMP", quantity)


def reserved(shop: Any) -> list[object]:
    """What `int quantity` makes of whole numbers."""
    return [outcome(lambda q=q: reserve(shop, q)) for q in (3, 3.0)]


def refused(shop: Any) -> list[object]:
    """What `int quantity` makes of what is no int of Java's."""
    return [outcome(lambda q=q: reserve(shop, q)) for q in ("3", 3.5, True, 2**31, None)]


def named(shop: Any) -> list[object]:
    """What `String sku` makes of values."""
    return [outcome(lambda sku=sku: shop.reserve(sku, 3)) for sku in (None, 3, True)]


def counted(shop: Any) -> object:
    """What a method that looks at no element of a `List<Integer>` makes of a wrong one."""
    return outcome(lambda: shop.count([1, "2"]))


def totals(shop: Any) -> list[object]:
    """What a method that adds the elements of a `List<Integer>` makes of each second one."""
    return [outcome(lambda q=q: shop.total([1, q])) for q in (2, 2.0, "2", 2.5, True, None)]


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
    print("... which Java refuses:", refused(PythonShop()))
    print("... sums:", totals(PythonShop()))
