"""The hook of orders_api without its `stacklevel`: the warning names a line in this file."""

from __future__ import annotations

import warnings
from typing import Any

from orders_api import RENAMED, place_order


def __getattr__(name: str) -> Any:
    if name in RENAMED:
        warnings.warn(f"{name} is now {RENAMED[name]}", DeprecationWarning)  # noqa: B028
        return globals()[RENAMED[name]]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


if __name__ == "__main__":
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        print(__getattr__("create_order") is place_order)
    print("the line that the warning names is in this file:", said[0].filename == __file__)
