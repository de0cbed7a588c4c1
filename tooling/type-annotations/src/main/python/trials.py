"""Runs each of the 24 bugs, and each of the mended functions, with an input that shows it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from types import ModuleType
from typing import Any

TRIALS: dict[str, Callable[[Any], object]] = {
    "an attribute of what may be None": lambda shop: shop.note_in_capitals(shop.Parcel(500)),
    "a misspelt attribute": lambda shop: shop.weight(shop.Parcel(500)),
    "swapped arguments": lambda shop: shop.price_of_a_stamp(),
    "a branch without a return": lambda shop: shop.size(shop.Parcel(1500)),
    "an id of another kind": lambda shop: shop.shop_of(7),
    "a forgotten enum member": lambda shop: shop.message(shop.Status.LOST),
    "a method of another shape": lambda shop: shop.send_by_pigeon(),
    "a misspelt key": lambda shop: shop.cents({"sku": "LAMP", "cents": 95}),
    "an item of what json.loads returns": lambda shop: shop.label('{"grams": 500}'),
    "a cast that is not true": lambda shop: shop.next_number("7"),
    "a list of texts for a list that takes None": lambda shop: shop.last_note(),
    "an override that wants more": lambda shop: shop.stored(shop.ColdDepot()),
    "a coroutine that nobody awaits": lambda shop: sent(shop),
    "a text that is not in the Literal": lambda shop: shop.days_by_air(),
    "the first item of an empty list": lambda shop: shop.first([]),
    "an error in a function without annotations": lambda shop: shop.shelf(),
    "a variable that may have no value": lambda shop: shop.heaviest([]),
    "an attribute of something frozen": lambda shop: shop.empty(shop.Parcel(500)).grams,
    "a call through a decorator without annotations": lambda shop: shop.postage_of_a_text(),
    "a float for an int": lambda shop: len(shop.half_as_many(4)),
    "a sum with what a dict may not have": lambda shop: shop.one_more({}, "LAMP"),
    "floats compared with ==": lambda shop: shop.is_paid(0.1, 0.2, 0.3),
    "an error under type: ignore": lambda shop: shop.height(shop.Parcel(500)),
    "a default that is shared": lambda shop: [shop.packed("LAMP"), shop.packed("RUG")][1],
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


if __name__ == "__main__":
    for label, [how, what] in outcomes("bugs").items():
        print(f"{label}: {how} {what!r}")
