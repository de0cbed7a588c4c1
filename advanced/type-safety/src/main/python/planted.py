"""Eight functions with one defect each. Their tests are green; stricter tests are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NewType, NotRequired, Protocol, TypedDict

OrderId = NewType("OrderId", int)
CustomerId = NewType("CustomerId", int)


class Row(TypedDict):
    cents: int
    discount: NotRequired[int]


class Payments(Protocol):
    def charge(self, cents: int) -> str: ...


@dataclass(frozen=True)
class Order:
    id: OrderId
    customer: CustomerId
    status: str = "open"


class Till:
    def charge(self, cents: str) -> str:
        return "cash: " + cents if cents else "nothing to pay"


ORDERS = {
    OrderId(7): Order(OrderId(7), CustomerId(7)),
    OrderId(8): Order(OrderId(8), CustomerId(9)),
}
MAILED: list[str] = []


def find(order: OrderId) -> Order | None:
    return ORDERS.get(order)


def status(order: OrderId) -> str:
    return find(order).status  # there may be none


def order_of(customer: CustomerId) -> Order | None:
    return find(customer)  # an id of another kind


def check_out(payments: Payments, cents: int) -> str:
    return payments.charge(cents)


def check_out_at_the_till(cents: int) -> str:
    return check_out(Till(), cents)  # its charge wants a text


async def mail(address: str) -> None:
    MAILED.append(address)


async def mail_all(addresses: list[str]) -> str:
    for address in addresses:
        mail(address)  # nobody awaits it
    return "done"


def discounted(row: Row) -> int:
    return row["cents"] - row["discount"]  # the key may be missing


def last(rows: list[Row]) -> Row:
    for row in rows:
        newest = row
    return newest  # not bound if there are no rows


def first(rows: list[Row]) -> Row:
    return rows[0]  # the list may be empty


def recipients(addresses: Sequence[str]) -> list[str]:
    return [address.lower() for address in addresses]


def recipients_of(address: str) -> list[str]:
    return recipients(address)  # a text is a sequence of texts


if __name__ == "__main__":
    print("an order that is there:", status(OrderId(7)))
    print("what is due with a discount:", discounted({"cents": 500, "discount": 50}))
    print("recipients of one address:", recipients_of("Al"))
