"""What pricing works on: values that cannot change and take no misspelt name."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Line:
    sku: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Cart:
    country: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    cents: Mapping[str, int]  # by SKU
    vat: Mapping[str, Decimal]  # by country
