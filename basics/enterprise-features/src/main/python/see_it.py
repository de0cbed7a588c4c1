"""A port as a Protocol: what fits without a base class, and what only a type checker sees."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class Payments(Protocol):
    def charge(self, cents: int) -> str: ...


class Bank:
    def charge(self, cents: int) -> str:
        return f"receipt for {cents} cents"


class Cashier:
    def charge(self) -> str:
        return "receipt"


def check_out(payments: Payments) -> str:
    return payments.charge(1999)


print("Bank:", isinstance(Bank(), Payments), check_out(Bank()))
print("Cashier:", isinstance(Cashier(), Payments))
try:
    check_out(Cashier())
except TypeError as error:
    print("Cashier, called:", type(error).__name__)
