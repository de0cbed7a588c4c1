"""Twenty-four bugs, each below its name. Checkers read this file, and trials.py runs it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Literal, NewType, Protocol, TypedDict, cast

ShopId = NewType("ShopId", int)
CustomerId = NewType("CustomerId", int)
SENT: list[str] = []


class Status(Enum):
    OPEN = auto()
    SENT = auto()
    LOST = auto()


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


# bug: None's attribute
def note_in_capitals(parcel: Parcel) -> str:
    return parcel.note.upper()


# bug: misspelt attribute
def weight(parcel: Parcel) -> int:
    return parcel.gramms


# bug: swapped arguments
def price(cents: int, currency: str) -> str:
    return f"{cents / 100:.2f} {currency}"


def price_of_a_stamp() -> str:
    return price("EUR", 95)


# bug: missing return
def size(parcel: Parcel) -> str:
    if parcel.grams < 1000:
        return "small"


# bug: another's id
def shop_name(shop: ShopId) -> str:
    return {7: "Harbour Street", 8: "Mill Lane"}.get(shop, "no shop")


def shop_of(customer: CustomerId) -> str:
    return shop_name(customer)


# bug: forgotten member
def message(status: Status) -> str:
    match status:
        case Status.OPEN:
            return "we pack it"
        case Status.SENT:
            return "it is on its way"


# bug: wrong shape
def send_by(carrier: Carrier) -> str:
    return carrier.ship(Parcel(500))


def send_by_pigeon() -> str:
    return send_by(Pigeon())


# bug: misspelt key
def cents(row: Row) -> int:
    return row["cent"]


# bug: JSON
def label(text: str) -> str:
    return json.loads(text)["grams"].upper()


# bug: false cast
def next_number(value: object) -> int:
    return cast(int, value) + 1


# bug: list invariance
def add_empty(notes: list[str | None]) -> None:
    notes.append(None)


def last_note() -> str:
    notes = ["fragile"]
    add_empty(notes)
    return notes[-1].upper()


# bug: override
class ColdDepot(Depot):
    def store(self, parcel: Parcel, degrees: int) -> int:
        return parcel.grams + degrees


def stored(depot: Depot) -> int:
    return depot.store(Parcel(500))


# bug: no await
async def send(text: str) -> None:
    SENT.append(text)


async def send_all() -> None:
    send("it is on its way")


# bug: not in Literal
def days(by: Literal["van", "bike"]) -> int:
    return 1 if by == "van" else 2


def days_by_air() -> int:
    return days("plane")


# bug: empty list
def first(parcels: list[Parcel]) -> Parcel:
    return parcels[0]


# bug: no annotations
def shelf():
    return "shelf " + 7


# bug: maybe unbound
def heaviest(parcels: list[Parcel]) -> int:
    for parcel in parcels:
        most = parcel.grams
    return most


# bug: frozen
def empty(parcel: Parcel) -> None:
    parcel.grams = 0


# bug: bare decorator
def logged(function):
    def logging(*arguments):
        return function(*arguments)

    return logging


@logged
def postage(grams: int) -> int:
    return 95 + grams // 100 * 10


def postage_of_a_text() -> int:
    return postage("500")


# bug: float for int
def boxes(count: int) -> list[Parcel]:
    return [Parcel(500)] * count


def half_as_many(count: int) -> list[Parcel]:
    return boxes(count / 2)


# bug: dict.get
def one_more(stock: Mapping[str, int], sku: str) -> int:
    return stock.get(sku) + 1


# bug: float ==
def is_paid(once: float, twice: float, due: float) -> bool:
    return once + twice == due


# bug: type: ignore
def height(parcel: Parcel) -> int:
    return parcel.hight  # type: ignore


# bug: shared default
def packed(sku: str, into: list[str] = []) -> list[str]:  # noqa: B006
    into.append(sku)
    return into


if __name__ == "__main__":
    print("the price of a stamp is:", price(95, "EUR"))
    print("what an open order's customer reads:", message(Status.OPEN))
