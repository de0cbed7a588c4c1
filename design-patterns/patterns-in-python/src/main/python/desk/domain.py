"""An order, and the port through which the desk reaches wherever orders are kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


class Taken(Exception):
    """There is an order of this number already."""


class Unknown(Exception):
    """There is no order of this number."""


@dataclass
class Order:
    number: str
    customer: str
    cents: int
    shipped: bool = False


class Orders(Protocol):
    def add(self, order: Order) -> None:
        """Raises Taken if there is one of its number."""

    def get(self, number: str) -> Order:
        """Raises Unknown if there is none."""

    def save(self, order: Order) -> None:
        """In the place of the one of its number; raises Unknown if there is none."""

    def of_customer(self, customer: str) -> Iterable[Order]:
        """In the order of their numbers."""
