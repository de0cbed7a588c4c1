"""Runs each of the 24 bugs, and each of the mended functions, with an input that shows it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from types import ModuleType
from typing import Any

TRIALS: dict[str, Callable[[Any], object]] = {
    "None's attribute": lambda shop: shop.note_in_capitals(shop.Parcel(500)),
    "misspelt attribute": lambda shop: shop.weight(shop.Parcel(500)),
    "swapped arguments": lambda shop: shop.price_of_a_stamp(),
    "missing return": lambda shop: shop.size(shop.Parcel(1000)),
    "another's id": lambda shop: shop.shop_of(7),
    "forgotten member": lambda shop: shop.message(shop.Status.LOST),
    "wrong shape": lambda shop: shop.send_by_pigeon(),
    "misspelt key": lambda shop: shop.cents({"sku": "LAMP", "cents": 95}),
    "JSON": lambda shop: shop.label('{"grams": 500}'),
    "false cast": lambda shop: shop.next_number("7"),
    "list invariance": lambda shop: shop.last_note(),
    "override": lambda shop: shop.stored(shop.ColdDepot()),
    "no await": lambda shop: sent(shop),
    "not in Literal": lambda shop: shop.days_by_air(),
    "empty list": lambda shop: shop.first([]),
    "no annotations": lambda shop: shop.shelf(),
    "maybe unbound": lambda shop: shop.heaviest([]),
    "frozen": lambda shop: shop.empty(shop.Parcel(500)).grams,
    "bare decorator": lambda shop: shop.postage_of_a_text(),
    "float for int": lambda shop: len(shop.half_as_many(4)),
    "dict.get": lambda shop: shop.one_more({}, "LAMP"),
    "float ==": lambda shop: shop.is_paid(0.1, 0.2, 0.3),
    "type: ignore": lambda shop: shop.height(shop.Parcel(500)),
    "shared default": lambda shop: [shop.packed("LAMP"), shop.packed("RUG")][1],
}


HARMLESS: dict[str, Callable[[Any], object]] = {  # input with which a bug does not show
    "None's attribute": lambda shop: shop.note_in_capitals(shop.Parcel(500, "glass")),
    "swapped arguments": lambda shop: shop.price(95, "EUR"),
    "missing return": lambda shop: shop.size(shop.Parcel(999)),
    "another's id": lambda shop: [shop.shop_name(number) for number in (7, 8, 9)],
    "forgotten member": lambda shop: [shop.message(each) for each in list(shop.Status)[:2]],
    "false cast": lambda shop: shop.next_number(7),
    "not in Literal": lambda shop: [shop.days("van"), shop.days("bike")],
    "empty list": lambda shop: shop.first([shop.Parcel(500)]).grams,
    "bare decorator": lambda shop: [shop.postage(99), shop.postage(300)],
    "float for int": lambda shop: [each.grams for each in shop.boxes(2)],
    "dict.get": lambda shop: shop.one_more({"LAMP": 1}, "LAMP"),
    "float ==": lambda shop: shop.is_paid(1.0, 2.0, 3.0),
    "shared default": lambda shop: shop.packed("LAMP", ["RUG"]),
}


def sent(shop: ModuleType) -> list[str]:
    shop.SENT.clear()
    finish(shop.send_all())
    return list(shop.SENT)


def finish(coroutine: Coroutine[object, None, None]) -> None:
    """Runs a coroutine that waits for nothing; no event loop is needed for that."""
    try:
        coroutine.send(None)
    except StopIteration:
        return
    raise RuntimeError("it waits")


def outcome(attempt: Callable[[], object]) -> list[object]:
    try:
        return ["returned", attempt()]
    except Exception as error:
        return ["raised", type(error).__name__]


def labels() -> list[str]:
    return list(TRIALS)


def outcomes(name: str) -> dict[str, list[object]]:
    shop = __import__(name)
    return {label: outcome(lambda trial=trial: trial(shop)) for label, trial in TRIALS.items()}


def harmless(name: str) -> list[list[object]]:
    shop = __import__(name)
    return [[label, trial(shop)] for label, trial in HARMLESS.items() if label in TRIALS]


if __name__ == "__main__":
    for label, [how, what] in outcomes("bugs").items():
        print(f"{label}: {how} {what!r}")
