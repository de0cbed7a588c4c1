"""The functions of bugs.py, mended: no checker reports any of them."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Literal, NewType, ParamSpec, Protocol, TypedDict, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

ShopId = NewType("ShopId", int)
CustomerId = NewType("CustomerId", int)
SHOPS = {CustomerId(7): ShopId(8)}
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
    def ship(self, parcel: Parcel) -> str:
        return f"{parcel.grams} g by air"


class Depot:
    def store(self, parcel: Parcel) -> int:
        return parcel.grams


def note_in_capitals(parcel: Parcel) -> str:
    return parcel.note.upper() if parcel.note else ""


def weight(parcel: Parcel) -> int:
    return parcel.grams


def price(cents: int, currency: str) -> str:
    return f"{cents / 100:.2f} {currency}"


def price_of_a_stamp() -> str:
    return price(95, "EUR")


def size(parcel: Parcel) -> str:
    if parcel.grams < 1000:
        return "small"
    return "large"


def shop_name(shop: ShopId) -> str:
    return {7: "Harbour Street", 8: "Mill Lane"}.get(shop, "no shop")


def shop_of(customer: CustomerId) -> str:
    return shop_name(SHOPS[customer])


def message(status: Status) -> str:
    match status:
        case Status.OPEN:
            return "we pack it"
        case Status.SENT:
            return "it is on its way"
        case Status.LOST:
            return "we are sorry"


def send_by(carrier: Carrier) -> str:
    return carrier.ship(Parcel(500))


def send_by_pigeon() -> str:
    return send_by(Pigeon())


def cents(row: Row) -> int:
    return row["cents"]


def label(text: str) -> str:
    match json.loads(text):
        case {"grams": int(grams)}:
            return f"{grams} g"
    return "no weight"


def next_number(value: object) -> int:
    return value + 1 if isinstance(value, int) else 0


def add_empty(notes: list[str | None]) -> None:
    notes.append(None)


def last_note() -> str:
    notes: list[str | None] = ["fragile"]
    add_empty(notes)
    return (notes[-1] or "none").upper()


class ColdDepot(Depot):
    def store(self, parcel: Parcel, degrees: int = 4) -> int:
        return parcel.grams + degrees


def stored(depot: Depot) -> int:
    return depot.store(Parcel(500))


async def send(text: str) -> None:
    SENT.append(text)


async def send_all() -> None:
    await send("it is on its way")


def days(by: Literal["van", "bike"]) -> int:
    return 1 if by == "van" else 2


def days_by_air() -> int:
    return days("bike")


def first(parcels: list[Parcel]) -> Parcel | None:
    return parcels[0] if parcels else None


def shelf() -> str:
    return "shelf " + str(7)


def heaviest(parcels: list[Parcel]) -> int:
    return max((parcel.grams for parcel in parcels), default=0)


def empty(parcel: Parcel) -> Parcel:
    return replace(parcel, grams=0)


def logged(function: Callable[P, R]) -> Callable[P, R]:
    def logging(*arguments: P.args, **named: P.kwargs) -> R:
        return function(*arguments, **named)

    return logging


@logged
def postage(grams: int) -> int:
    return 95 + grams // 100 * 10


def postage_of_a_text() -> int:
    return postage(int("500"))


def boxes(count: int) -> list[Parcel]:
    return [Parcel(500)] * count


def half_as_many(count: int) -> list[Parcel]:
    return boxes(count // 2)


def one_more(stock: Mapping[str, int], sku: str) -> int:
    return stock.get(sku, 0) + 1


def is_paid(once: float, twice: float, due: float) -> bool:
    return math.isclose(once + twice, due)


def height(parcel: Parcel) -> int:
    return parcel.grams // 100


def packed(sku: str, into: Sequence[str] = ()) -> list[str]:
    return [*into, sku]


if __name__ == "__main__":
    print("the price of a stamp is:", price(95, "EUR"))
    print("what an open order's customer reads:", message(Status.OPEN))
