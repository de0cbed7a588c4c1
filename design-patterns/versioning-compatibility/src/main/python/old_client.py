"""Somebody else's code, which still uses the old ways; and what it is told."""

from __future__ import annotations

import linecache
import warnings
from collections.abc import Callable
from pathlib import Path

import orders_api
import orders_careless

OLD, NEW = "create_order", "place_order"


def by_attribute() -> object:
    return orders_api.create_order("LAMP")


def by_import() -> object:
    from orders_api import create_order

    return create_order("LAMP")


def by_import_from_a_package() -> object:
    from orders_package import create_order

    return create_order("LAMP")


def by_import_for_100_calls() -> object:
    from orders_api import create_order

    return {create_order("LAMP") for _ in range(100)} == {"ordered LAMP"}


def decorated_for_100_calls() -> object:
    return {orders_api.order_now("LAMP") for _ in range(100)} == {"ordered LAMP"}


def asking() -> object:
    return hasattr(orders_api, OLD)


def listing() -> object:
    return [name in dir(orders_api) for name in (OLD, NEW)]


def by_star() -> object:
    names: dict[str, object] = {}
    exec("from orders_api import *", names)
    return [name in names for name in (OLD, NEW)]


def misspelt() -> object:
    return orders_api.creat_order("LAMP")


def misspelt_import() -> object:
    from orders_api import creat_order

    return creat_order("LAMP")


def decorated() -> object:
    return orders_api.order_now(sku="LAMP")


def carelessly() -> object:
    return orders_careless.create_order("LAMP")


def misspelt_carelessly() -> object:
    return orders_careless.creat_order("LAMP")


def decorated_by_the_library() -> object:
    """By `warnings.deprecated`, where there is one."""

    @warnings.deprecated("use place_order")
    def order(sku: str) -> str:
        return f"ordered {sku}!"

    return order("LAMP")


def of(name: str) -> dict[str, object]:
    """What a use gives, and the files and lines that its warnings name."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        gives = outcome(globals()[name])
    warned = [each for each in said if each.category is DeprecationWarning]
    return {
        "gives": gives,
        "files": [Path(each.filename).name for each in warned],
        "lines": [linecache.getline(each.filename, each.lineno).strip() for each in warned],
    }


def shown_to(module: str) -> int:
    """How many warnings a module of this name is shown by the filters that Python starts with."""
    with warnings.catch_warnings(record=True) as said:
        exec("import orders_api; orders_api.create_order('LAMP')", {"__name__": module})
    return len(said)


def as_errors(name: str) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("error", DeprecationWarning)
        return outcome(globals()[name])


def filters() -> list[list[str]]:
    """What the filters of a fresh Python do with a DeprecationWarning, and in which module."""
    return [
        [action, module if isinstance(module, str) or module is None else module.pattern]
        for action, _, category, module, _ in warnings.filters
        if category is DeprecationWarning
    ]


def told_by(name: str) -> list[object]:
    """The name of a function, and what tells tools that it is deprecated."""
    function = getattr(orders_api, name)
    return [function.__name__, getattr(function, "__deprecated__", "not deprecated")]


def outcome(use: Callable[[], object]) -> object:
    try:
        return use()
    except (AttributeError, ImportError, Warning) as error:
        return type(error).__name__


if __name__ == "__main__":
    for name in "by_attribute", "by_import", "asking", "listing", "by_star", "carelessly":
        print(f"{name}: {of(name)}")
    print("shown to __main__, to a library:", shown_to("__main__"), shown_to("vendor.stock"))
