"""What a correct check_call finds in a call, and what it lets pass."""

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
from collections.abc import Callable
from enum import IntEnum, StrEnum
from types import ModuleType
from typing import Any, Literal, Optional, Protocol, Union

from checking import check, expect, main

CALLED: list[str] = []


class Parcel:
    def __init__(self, grams: int = 0) -> None:
        self.grams = grams

    def __repr__(self) -> str:
        return f"Parcel({self.grams})"

    def weigh(self, factor: float, *, unit: str = "g") -> float:
        CALLED.append("weigh")
        return self.grams * factor

    @classmethod
    def of(cls, grams: int) -> "Parcel":
        CALLED.append("of")
        return cls(grams)


class Crate(Parcel):
    pass


class Carrier(Protocol):
    limit = 30_000

    def ship(self, parcel: Parcel, by: str) -> str: ...

    def cost(self, parcel: Parcel) -> int: ...

    def track(self, number: str, *, by: str) -> str: ...

    def _log(self, text: str) -> None: ...


class Courier(Carrier, Protocol):
    def hurry(self, minutes: int) -> None: ...


class Van:
    def ship(self, parcel: Parcel, by: str) -> str:
        return by

    def cost(self, parcel: Parcel) -> int:
        return parcel.grams

    def track(self, number: str, *, by: str) -> str:
        return number


class Renamed(Van):
    def ship(self, parcel: Parcel, how: str) -> str:
        return how


class Swapped(Van):
    def ship(self, by: str, parcel: Parcel) -> str:
        return by


class Wider(Van):
    def cost(self, parcel: Parcel, currency: str) -> int:
        return parcel.grams


class OtherKeyword(Van):
    def track(self, number: str, *, how: str) -> str:
        return how


class Declared(Carrier):
    """An ordinary class: it says that it fits, and its `cost` does not."""

    def cost(self, price: Parcel) -> int:
        return price.grams


class Runner:
    def hurry(self, minutes: int) -> None: ...

    def cost(self, price: Parcel) -> int:
        return 0


class NoMethod(Van):
    cost = 7  # type: ignore


class Half:
    def ship(self, parcel: Parcel, by: str) -> str:
        return by


def ship(sku: str, count: int = 1, *, tags: list[str] | None = None) -> str:
    CALLED.append("ship")
    return sku


def pack(items: list[str], prices: dict[str, float]) -> None:
    CALLED.append("pack")


def found(
    kata: ModuleType,
    problems: list[tuple[str, object]],
    fn: Callable[..., object],
    *args: Any,
    **kwargs: Any,
) -> None:
    """What check_call says of a call: these problems. It calls nothing, and changes nothing."""
    CALLED.clear()
    before = repr((args, kwargs))
    shown = ", ".join([*map(repr, args), *(f"{name}={value!r}" for name, value in kwargs.items())])
    call = f"check_call of {fn.__name__}({shown})"
    given = list(args), dict(kwargs)
    expect(call, lambda: kata.check_call(fn, *given), gives=problems)
    expect(f"{call}: the functions that it called", lambda: CALLED, gives=[])
    expect(
        f"{call}: the arguments afterwards", lambda: repr((tuple(given[0]), given[1])), gives=before
    )


@check("the examples of the task hold")
def examples(kata: ModuleType) -> None:
    found(kata, [], ship, "LAMP", count=2, tags=["fragile"])
    found(
        kata, [("count", True), ("tags", ["fragile", 7])], ship, "LAMP", True, tags=["fragile", 7]
    )
    wrong = [("items[1]", 7), ("items[2]", None), ("prices['LAMP']", "much")]
    found(kata, wrong, pack, ["LAMP", 7, None], {"LAMP": "much"})
    found(kata, [("", "call")], ship, count="two")


@check("without an annotation, or with Any or object, everything fits")
def anything(kata: ModuleType) -> None:
    def take(bare, any_: Any, object_: object, anys: list[Any], objects: dict[object, Any]): ...

    for value in 0, None, "", [], Parcel(), True:
        found(kata, [], take, value, value, value, [value], {1: value})


@check("the type counts: True is no int, and 1 is no bool")
def exact(kata: ModuleType) -> None:
    def take(number: int, text: str, truth: bool, raw: bytes, nothing: None): ...

    found(kata, [], take, 0, "", False, b"", None)
    wrong: list[Any] = [True, b"", 1, "", 0]
    names = ["number", "text", "truth", "raw", "nothing"]
    found(kata, list(zip(names, wrong, strict=True)), take, *wrong)
    wrong = [1.0, 1, None, None, False]
    found(kata, list(zip(names, wrong, strict=True)), take, *wrong)
    wrong = [None, None, 0, bytearray(), ""]
    found(kata, list(zip(names, wrong, strict=True)), take, *wrong)

    class Size(IntEnum):
        SMALL = 1

    class Colour(StrEnum):
        RED = "red"

    members = [("number", Size.SMALL), ("text", Colour.RED)]
    found(kata, members, take, Size.SMALL, Colour.RED, True, b"", None)


@check("an int fits a float; a bool and a text do not")
def floats(kata: ModuleType) -> None:
    def take(grams: float, each: list[float]): ...

    found(kata, [], take, 1, [2, 0.5])
    found(
        kata, [("grams", True), ("each[1]", "2"), ("each[2]", False)], take, True, [1.5, "2", False]
    )
    found(kata, [("grams", None), ("each", 1.5)], take, None, 1.5)


@check("a Literal has values and their types: True is not 1")
def literals(kata: ModuleType) -> None:
    def take(by: Literal["van", 1, None], stars: list[Literal[0, 5, True]]): ...

    for by in "van", 1, None:
        found(kata, [], take, by, [0, 5, True])
    for by in "Van", True, 1.0, 0, [], "":
        found(kata, [("by", by)], take, by, [])
    stars: list[Any] = [False, 5.0, 1, "0"]
    found(kata, [(f"stars[{at}]", each) for at, each in enumerate(stars)], take, "van", stars)


@check("a union takes what fits one of its types, and is one entry if nothing does")
def unions(kata: ModuleType) -> None:
    def new(x: int | None, y: list[int] | dict[str, int] | str): ...

    def old(x: Optional[int], y: Union[list[int], dict[str, int], str]): ...  # noqa: UP007, UP045

    for fn in new, old:
        for y in [], [1], {}, {"LAMP": 1}, "":
            found(kata, [], fn, 0, y)
            found(kata, [], fn, None, y)
        for y in [1, "2"], {"LAMP": None}, {1: 1}, 3, None:
            found(kata, [("y", y)], fn, None, y)
        found(kata, [("x", False), ("y", (1,))], fn, False, (1,))

    def inside(grams: float | None, by: Literal["van", 1] | None, of: Any | None = None): ...

    found(kata, [], inside, 1, "van", "all")
    found(kata, [], inside, None, None, [])
    found(kata, [("grams", True), ("by", True)], inside, True, True)


@check("lists and dicts are walked to their end, at any depth, in their order")
def containers(kata: ModuleType) -> None:
    def take(rows: list[list[int]], stock: dict[str, dict[int, list[str]]]): ...

    found(kata, [], take, [[], [1], [2, 3]], {"LAMP": {}, "RUG": {1: [], 2: ["a"]}})
    rows: Any = [[1], [2, "3"], "45", [6, 7, None]]
    wrong: list[Any] = [("rows[1][1]", "3"), ("rows[2]", "45"), ("rows[3][2]", None)]
    found(kata, wrong, take, rows, {})
    stock: Any = {"LAMP": {1: ["a", 2]}, 7: {"b": 3, 4: ["c"]}, "RUG": []}
    wrong = [("stock['LAMP'][1][1]", 2), ("stock[7]", 7), ("stock[7]['b']", "b")]
    wrong += [("stock[7]['b']", 3), ("stock['RUG']", [])]
    found(kata, wrong, take, [], stock)
    found(kata, [("rows", ()), ("stock", [("LAMP", {})])], take, (), [("LAMP", {})])
    found(kata, [("rows", {}), ("stock", None)], take, {}, None)

    def keys(by: dict[Literal["van"], int], of: dict[float | None, Parcel]): ...

    found(kata, [], keys, {"van": 1}, {1: Parcel(1), None: Parcel(2)})
    found(kata, [("by['bike']", "bike"), ("of['1']", "1")], keys, {"bike": 1}, {"1": Parcel(1)})


@check("list, dict and other classes take their instances, and those of subclasses")
def classes(kata: ModuleType) -> None:
    def take(parcel: Parcel, bare: list, table: dict, parcels: list[Parcel]): ...

    found(kata, [], take, Parcel(1), [1, "a"], {1: "a"}, [Parcel(2), Crate(3)])
    found(kata, [], take, Crate(1), [], {}, [])
    wrong: list[Any] = [("parcel", Parcel), ("bare", {}), ("table", []), ("parcels[0]", 500)]
    found(kata, wrong, take, Parcel, {}, [], [500])


@check("each kind of parameter: by place, by name, and the rest of both")
def parameters(kata: ModuleType) -> None:
    def take(a: int, /, b: int, *rest: str, c: int, d: int = 4, **more: list[int]): ...

    found(kata, [], take, 1, 2, c=3)
    found(kata, [], take, 1, b=2, c=3, d=5, e=[6], a=[7])
    wrong: list[Any] = [("a", "1"), ("b", "2"), ("rest[1]", 3), ("c", "4"), ("d", "5")]
    wrong += [("more['e'][0]", "6"), ("more['a']", 7)]
    found(kata, wrong, take, "1", "2", "ok", 3, c="4", d="5", e=["6"], a=7)

    def loose(*rest, **more): ...

    found(kata, [], loose, 1, "2", three=3)


@check("a call that Python refuses is one entry")
def refused(kata: ModuleType) -> None:
    def take(a: int, /, b: int, *, c: int = 3): ...

    call = [("", "call")]
    found(kata, call, take, "1")
    found(kata, call, take, "1", "2", "3")
    found(kata, call, take, "1", "2", d="4")
    found(kata, call, take, "1", "2", b="2")
    found(kata, call, take, b="2", a="1")
    found(kata, [], take, 1, b=2)


@check("a default that stays is not checked")
def defaults(kata: ModuleType) -> None:
    def take(a: int = None, *, b: str = 0, c: list[int] = ()): ...  # type: ignore  # noqa: RUF013

    found(kata, [], take)
    found(kata, [], take, 1, b="2")
    found(kata, [("a", None), ("c", ())], take, None, c=())


@check("an annotation may be a text, with the names of the function's module")
def texts(kata: ModuleType) -> None:
    stock = ModuleType("stock")
    code = """
from __future__ import annotations
class Shelf: ...
def put(shelf: Shelf, skus: list[str], on: 'Shelf | None' = None): ...
"""
    exec(code, vars(stock))
    shelf = stock.Shelf()
    sys.modules["stock"] = stock
    try:
        found(kata, [], stock.put, shelf, ["LAMP"])
        found(kata, [], stock.put, shelf, [], on=shelf)
        found(kata, [("shelf", 1), ("skus[0]", 2), ("on", 3)], stock.put, 1, [2], on=3)
    finally:
        del sys.modules["stock"]

    def take(parcels: "list[Parcel]", first: list["Parcel"]): ...

    found(kata, [], take, [Parcel(1)], [])
    found(kata, [("parcels[0]", 1), ("first[0]", None)], take, [1], [None])


@check("a Protocol asks for its methods, with these names of parameters in this order")
def protocols(kata: ModuleType) -> None:
    def take(carrier: Carrier, others: list[Carrier]): ...

    found(kata, [], take, Van(), [])
    none: list[Any] = [
        Renamed(),
        Swapped(),
        Wider(),
        OtherKeyword(),
        Declared(),
        NoMethod(),
        Half(),
    ]
    for wrong in [*none, Parcel(1), None, "van"]:
        found(kata, [("carrier", wrong)], take, wrong, [Van()])
        found(kata, [("others[1]", wrong)], take, Van(), [Van(), wrong])


@check("a Protocol's own body counts, and a class that inherits from one is no Protocol")
def bodies(kata: ModuleType) -> None:
    def take(courier: Courier, declared: list[Declared]): ...

    found(kata, [], take, Runner(), [Declared()])
    found(kata, [("courier", van := Van()), ("declared[0]", van)], take, van, [van])
    found(kata, [("declared[0]", runner := Runner())], take, runner, [runner])


@check("of a method, self and cls are no arguments")
def methods(kata: ModuleType) -> None:
    parcel = Parcel(500)
    found(kata, [], parcel.weigh, 2)
    found(kata, [("factor", "2"), ("unit", 1)], parcel.weigh, "2", unit=1)
    found(kata, [("", "call")], parcel.weigh, parcel, 2)
    found(kata, [], Parcel.weigh, parcel, 2)
    found(kata, [], Parcel.of, 500)
    found(kata, [("grams", "500")], Parcel.of, "500")


if __name__ == "__main__":
    main()
