"""Twenty-four bugs, each below its name. Checkers read this file, and trials.py runs it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Literal, NewType, Protocol, TypedDict, cast

ShopId = NewType("ShopId", int)
CustomerId = NewType("CustomerId", int)
SENT: list[str] = []


class Status(Enum):
    OPEN = "open"
    SENT = "sent"
    LOST = "lost"


class Row(TypedDict):
    sku: str
    cents: int


@dataclass(frozen=True)
class Parcel:
    grams: int
    note: str | None = None


class Carrier(Protocol):
    def ship(self, parcel: Parcel) -> str: ...


class Pigeon:
    def ship(self, parcel: Parcel, weather: str) -> str:
        return f"{parcel.grams} g by air, {weather}"


class Depot:
    def store(self, parcel: Parcel) -> int:
        return parcel.grams


# bug: an attribute of what may be None
def note_in_capitals(parcel: Parcel) -> str:
    return parcel.note.upper()


# bug: a misspelt attribute
def weight(parcel: Parcel) -> int:
    return parcel.gramms


# bug: swapped arguments
def price(cents: int, currency: str) -> str:
    return f"{cents / 100:.2f} {currency}"


def price_of_a_stamp() -> str:
    return price("EUR", 95)


# bug: a branch without a return
def size(parcel: Parcel) -> str:
    if parcel.grams < 1000:
        return "small"


# bug: an id of another kind
def shop_name(shop: ShopId) -> str:
    return {7: "Harbour Street", 8: "Mill Lane"}.get(shop, "no shop")


def shop_of(customer: CustomerId) -> str:
    return shop_name(customer)


# bug: a forgotten enum member
def message(status: Status) -> str:
    match status:
        case Status.OPEN:
            return "we pack it"
        case Status.SENT:
            return "it is on its way"


# bug: a method of another shape
def send_by(carrier: Carrier) -> str:
    return carrier.ship(Parcel(500))


def send_by_pigeon() -> str:
    return send_by(Pigeon())


# bug: a misspelt key
def cents(row: Row) -> int:
    return row["cent"]


# bug: an item of what json.loads returns
def label(text: str) -> str:
    return json.loads(text)["grams"].upper()


# bug: a cast that is not true
def next_number(value: object) -> int:
    return cast(int, value) + 1


# bug: a list of texts for a list that takes None
def add_empty(notes: list[str | None]) -> None:
    notes.append(None)


def last_note() -> str:
    notes = ["fragile"]
    add_empty(notes)
    return notes[-1].upper()


# bug: an override that wants more
class ColdDepot(Depot):
    def store(self, parcel: Parcel, degrees: int) -> int:
        return parcel.grams + degrees


def stored(depot: Depot) -> int:
    return depot.store(Parcel(500))


# bug: a coroutine that nobody awaits
async def send(text: str) -> None:
    SENT.append(text)


async def send_all() -> None:
    send("it is on its way")


# bug: a text that is not in the Literal
def days(by: Literal["van", "bike"]) -> int:
    return 1 if by == "van" else 2


def days_by_air() -> int:
    return days("plane")


# bug: the first item of an empty list
def first(parcels: list[Parcel]) -> Parcel:
    return parcels[0]


# bug: an error in a function without annotations
def shelf():
    return "shelf " + 7


# bug: a variable that may have no value
def heaviest(parcels: list[Parcel]) -> int:
    for parcel in parcels:
        most = parcel.grams
    return most


# bug: an attribute of something frozen
def empty(parcel: Parcel) -> None:
    parcel.grams = 0


# bug: a call through a decorator without annotations
def logged(function):
    def logging(*arguments):
        return function(*arguments)

    return logging


@logged
def postage(grams: int) -> int:
    return 95 + grams // 100 * 10


def postage_of_a_text() -> int:
    return postage("500")


# bug: a float for an int
def boxes(count: int) -> list[Parcel]:
    return [Parcel(500)] * count


def half_as_many(count: int) -> list[Parcel]:
    return boxes(count / 2)


# bug: a sum with what a dict may not have
def one_more(stock: Mapping[str, int], sku: str) -> int:
    return stock.get(sku) + 1


# bug: floats compared with ==
def is_paid(once: float, twice: float, due: float) -> bool:
    return once + twice == due


# bug: an error under type: ignore
def height(parcel: Parcel) -> int:
    return parcel.hight  # type: ignore


# bug: a default that is shared
def packed(sku: str, into: list[str] = []) -> list[str]:  # noqa: B006
    into.append(sku)
    return into


if __name__ == "__main__":
    print("the price of a stamp is:", price(95, "EUR"))
    print("what an open order's customer reads:", message(Status.OPEN))
