"""A deprecation with an end: who still uses the old name, how often, and until when."""

from __future__ import annotations

import warnings
from collections import Counter
from typing import NamedTuple


class Deprecation(NamedTuple):
    name: str
    removed_in: str


DEPRECATIONS = [
    Deprecation("create_order", removed_in="2.0"),
    Deprecation("find", removed_in="1.10"),
]
USES: Counter[str] = Counter()  # a metric of the service: by name, whatever the filters say


def create_order(sku: str) -> str:
    USES["create_order"] += 1
    warnings.warn("use place_order", DeprecationWarning, stacklevel=2)
    return f"ordered {sku}"


def overdue(version: str) -> list[str]:
    """What should be gone in this version: the build of the release fails for it."""
    return [each.name for each in DEPRECATIONS if parts(each.removed_in) <= parts(version)]


def parts(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def judged(budget: dict[str, int], uses: dict[str, int]) -> dict[str, str]:
    """What CI says of each caller: its uses may not exceed its budget, and not stay below it."""
    said = {}
    for caller in sorted(budget | uses):
        allowed, counted = budget.get(caller, 0), uses.get(caller, 0)
        if counted > allowed:
            said[caller] = f"{counted} uses, allowed {allowed}"
        elif counted < allowed:
            said[caller] = f"lower the budget to {counted}"
    return said


def hundred_calls(filters: str, module: str) -> dict[str, object]:
    """A hundred calls in one line: how many warnings are shown, and how many uses counted."""
    USES.clear()
    names: dict[str, object] = {"create_order": create_order, "__name__": module}
    with warnings.catch_warnings(record=True) as said:
        if filters != "as they are":
            warnings.simplefilter(filters, DeprecationWarning)
        exec("for _ in range(100): order = create_order('LAMP')", names)
    return {"shown": len(said), "counted": USES["create_order"], "order": names["order"]}


if __name__ == "__main__":
    print("shown to a library:", hundred_calls("as they are", "vendor.stock"))
    print("shown to __main__:", hundred_calls("as they are", "__main__"))
    print("overdue in 1.9 and 1.10:", overdue("1.9"), overdue("1.10"))
    print(judged({"billing": 2, "search": 1}, {"billing": 3, "mail": 1}))
