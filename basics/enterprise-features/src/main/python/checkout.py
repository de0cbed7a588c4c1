"""Reserve, charge, and take the reservation back if the charge fails: through two ports.

A port is what the domain calls and others implement.
"""

from contextlib import ExitStack
from typing import Protocol, runtime_checkable


class Stock(Protocol):
    def reserve(self, sku: str, quantity: int) -> None: ...
    def release(self, sku: str, quantity: int) -> None: ...


@runtime_checkable
class Payments(Protocol):
    def charge(self, cents: int, currency: str) -> str: ...


class PaymentFailed(Exception):
    pass


def check_out(stock: Stock, payments: Payments) -> str:
    with ExitStack() as undo:
        stock.reserve("LAMP", 2)
        undo.callback(stock.release, "LAMP", 2)
        receipt = payments.charge(1999, "EUR")
        undo.pop_all()  # all went well: nothing to undo
    return receipt


def check_out_catching(stock: Stock, payments: Payments) -> str:
    stock.reserve("LAMP", 2)
    try:
        return payments.charge(1999, "EUR")
    except Exception:
        stock.release("LAMP", 2)
        raise


def check_out_explaining(stock: Stock, payments: Payments) -> str:
    try:
        return check_out(stock, payments)
    except BaseException as error:
        raise PaymentFailed("LAMP", 2) from error


def is_payments(candidate: object) -> bool:
    return isinstance(candidate, Payments)


class InMemory:
    """Both ports in Python, with no base class; it refuses every card."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def reserve(self, sku: str, quantity: int) -> None:
        self.calls.append(f"reserve({sku}, {quantity})")

    def release(self, sku: str, quantity: int) -> None:
        self.calls.append(f"release({sku}, {quantity})")

    def charge(self, cents: int, currency: str) -> str:
        self.calls.append(f"charge({cents}, {currency})")
        raise ValueError("card refused")


def are_payments() -> list[bool]:
    """Of Python's own: one that has the method, and one that has not."""
    return [is_payments(InMemory()), is_payments(object())]


def calls_catching() -> list[str]:
    return calls_with(check_out_catching)


def calls_with(check_out) -> list[str]:
    shop = InMemory()
    try:
        check_out(shop, shop)
    except ValueError:
        return shop.calls
    return []


if __name__ == "__main__":
    print("a card is refused, with ExitStack:", calls_with(check_out))
    print("... with `except Exception`:", calls_with(check_out_catching))
    print("Java's exceptions behave otherwise: run the demonstration")
