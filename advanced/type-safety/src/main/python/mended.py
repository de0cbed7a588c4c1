"""The eight functions of planted.py, mended: no checker reports any, and the other input is met."""

from __future__ import annotations

from planted import MAILED, ORDERS, CustomerId, Order, OrderId, Payments, Row, find


class Till:
    def charge(self, cents: int) -> str:
        return f"cash: {cents}" if cents else "nothing to pay"


def status(order: OrderId) -> str:
    found = find(order)
    return found.status if found else "unknown"


def order_of(customer: CustomerId) -> Order | None:
    return next((order for order in ORDERS.values() if order.customer == customer), None)


def check_out(payments: Payments, cents: int) -> str:
    return payments.charge(cents)


def check_out_at_the_till(cents: int) -> str:
    return check_out(Till(), cents)


async def mail(address: str) -> None:
    MAILED.append(address)


async def mail_all(addresses: list[str]) -> str:
    for address in addresses:
        await mail(address)
    return "done"


def discounted(row: Row) -> int:
    return row["cents"] - row.get("discount", 0)


def last(rows: list[Row]) -> Row | None:
    return rows[-1] if rows else None


def first(rows: list[Row]) -> Row | None:
    return rows[0] if rows else None


def recipients(addresses: list[str]) -> list[str]:
    return [address.lower() for address in addresses]


def recipients_of(address: str) -> list[str]:
    return recipients([address])


if __name__ == "__main__":
    print("an order that is not there:", status(OrderId(1)))
    print("what is due without a discount:", discounted({"cents": 500}))
    print("recipients of one address:", recipients_of("Al"))
