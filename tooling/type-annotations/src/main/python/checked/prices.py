"""A helper, whose head checkers.py changes, and twelve mistakes with what it returns."""

from dataclasses import dataclass
from typing import Any  # noqa: F401, for one of the other heads


@dataclass(frozen=True)
class Price:
    cents: int
    currency: str = "EUR"


def price_of(sku: str) -> Price:
    return Price(95 if sku == "STAMP" else 499)


def price_of_a_stamp() -> int:
    return price_of("STAMP").cents


def with_tax(cents: int) -> int:
    return cents * 119 // 100


# bug: misspelt
def misspelt() -> int:
    return price_of("LAMP").cent


# bug: no such method
def no_such_method() -> str:
    return price_of("LAMP").shown()


# bug: added
def added() -> object:
    return price_of("LAMP") + 1


# bug: compared
def compared() -> bool:
    return price_of("LAMP") < price_of("RUG")


# bug: an item
def an_item() -> object:
    return price_of("LAMP")["cents"]


# bug: called
def called() -> object:
    return price_of("LAMP")()


# bug: walked
def walked() -> list[object]:
    return [part for part in price_of("LAMP")]


# bug: measured
def measured() -> int:
    return len(price_of("LAMP"))


# bug: in a with
def in_a_with() -> None:
    with price_of("LAMP"):
        pass


# bug: passed on
def passed_on() -> int:
    return with_tax(price_of("LAMP"))


# bug: returned
def returned() -> int:
    return price_of("LAMP")


# bug: assigned
def assigned() -> int:
    cents: int = price_of("LAMP")
    return cents
