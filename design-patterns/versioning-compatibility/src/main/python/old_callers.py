"""What is written against version 1.4: one caller for each change, run with either version."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import shop_1
import shop_2


def pays(shop: Any) -> str:
    class Card(shop.Payment):
        def charge(self, cents: int) -> str:
            return f"charged {cents}"

    return Card().charge(1999)


def in_stock(shop: Any, sku: str) -> int:
    try:
        return shop.stock(sku)
    except KeyError:
        return 0


CALLERS: dict[str, Callable[[Any], object]] = {
    "Line": lambda shop: shop.Line("LAMP", 3).quantity,
    "Order": lambda shop: shop.Order([]).count(),
    "Payment": pays,
    "_round": lambda shop: shop.weigh("LAMP"),  # no caller may use _round itself
    "discount": lambda shop: shop.discount(1999, 10),
    "find": lambda shop: shop.find("LAMP"),
    "notify": lambda shop: shop.notify(7).upper(),
    "open_orders": lambda shop: shop.open_orders()[0],
    "price": lambda shop: shop.price("DESK", 3),
    "reserve": lambda shop: shop.reserve("LAMP", 3),
    "ship": lambda shop: shop.ship(7),
    "skus": lambda shop: "LAMP" in shop.skus(),
    "status": lambda shop: {"open": "please pay"}[shop.status(7).value],
    "stock": lambda shop: [in_stock(shop, "LAMP"), in_stock(shop, "SOFA")],
    "total": lambda shop: shop.total([shop.Line("LAMP", quantity=3)]),
    "weigh": lambda shop: shop.weigh("LAMP"),
}


CHANGES = {
    "Line": "inserted field",
    "Order": "property",
    "Payment": "abstract method",
    "_round": "private function",
    "discount": "renamed parameter",
    "find": "renamed function",
    "notify": "async",
    "open_orders": "generator",
    "price": "inserted parameter",
    "reserve": "keyword-only",
    "ship": "default",
    "skus": "order",
    "status": "enum member",
    "stock": "exception",
    "total": "unit",
    "weigh": "optional parameter",
}


OTHERS: dict[str, Callable[[Any], object]] = {
    "discount": lambda shop: shop.discount(cents=1999, percent=10),
    "skus": lambda shop: shop.skus()[0],
}


def changes() -> dict[str, str]:
    return CHANGES


def replayed(version: str) -> dict[str, object]:
    """What each caller gets from this version, or the exception that it meets."""
    return outcomes(CALLERS, version)


def replayed_by_others(version: str) -> dict[str, object]:
    """The same for callers that use more of two functions."""
    return outcomes(OTHERS, version)


def replayed_with_another_exception() -> object:
    """What the caller of `stock` gets if the new exception inherits from the old one."""

    class UnknownSku(KeyError):
        pass

    given, shop_2.UnknownSku = shop_2.UnknownSku, UnknownSku
    try:
        return outcome(CALLERS["stock"], shop_2)
    finally:
        shop_2.UnknownSku = given


def outcomes(callers: dict[str, Callable[[Any], object]], version: str) -> dict[str, object]:
    shop = {"1.4": shop_1, "2.0": shop_2}[version]
    return {name: outcome(caller, shop) for name, caller in callers.items()}


def outcome(caller: Callable[[Any], object], shop: ModuleType) -> object:
    try:
        return caller(shop)
    except Exception as error:
        return type(error).__name__


if __name__ == "__main__":
    import warnings

    warnings.simplefilter("ignore", RuntimeWarning)  # a coroutine that no old caller awaits
    before, after = replayed("1.4"), replayed("2.0")
    for name in CALLERS:
        print(f"{CHANGES[name]} ({name}): {before[name]!r}, now {after[name]!r}")
    print("other callers:", replayed_by_others("1.4"), "now", replayed_by_others("2.0"))
