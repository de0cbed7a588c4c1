"""A deprecation with an end: who still uses the old name, how often, and until when."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Container
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


def find(sku: str) -> bool:
    USES["find"] += 1
    warnings.warn("use search", DeprecationWarning, stacklevel=2)
    return sku == "LAMP"


def overdue(version: str, still_there: Container[str]) -> list[str]:
    """What is still there and should be gone in this version: the release's build fails for it."""
    return [
        each.name
        for each in DEPRECATIONS
        if each.name in still_there and parts(each.removed_in) <= parts(version)
    ]


def overdue_here(version: str) -> list[str]:
    return overdue(version, globals())


def parts(version: str) -> list[int]:
    """Three numbers, without the rest of a release candidate; real code takes packaging.version."""
    numbers = re.split(r"[^\d.]", version)[0].split(".")
    return [int(number) for number in [*numbers, "0", "0"][:3]]


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


def raised(before: dict[str, int], after: dict[str, int]) -> list[str]:
    """Compared with the main branch: whose budget has grown, or is new."""
    return [caller for caller in sorted(after) if after[caller] > before.get(caller, 0)]


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
    print("overdue in 1.9 and 1.10:", overdue_here("1.9"), overdue_here("1.10"))
    print(judged({"billing": 2, "search": 1}, {"billing": 3, "mail": 1}))
    print("budgets raised:", raised({"billing": 2}, {"billing": 3, "mail": 1}))
