"""The same order as pydantic models, by default and strict, and each way's answer to one text."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from border import Invalid, Line, Order, Status, parse_order
from pydantic import BaseModel, ConfigDict, Field, ValidationError


class LineModel(BaseModel):
    sku: str
    quantity: int = Field(gt=0)


class OrderModel(BaseModel):
    id: int = Field(gt=0)
    status: Status
    lines: tuple[LineModel, ...]


class StrictModel(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class StrictLineModel(LineModel, StrictModel):
    pass


class StrictOrderModel(OrderModel, StrictModel):
    lines: tuple[StrictLineModel, ...]


class StrictOutsideModel(OrderModel, StrictModel):
    """Its lines are of a model that is not strict."""


def unchecked(text: str) -> Order:
    """What annotations alone give."""
    data = json.loads(text)
    return Order(**data | {"lines": tuple(Line(**line) for line in data["lines"])})


WAYS: dict[str, Callable[[str], Any]] = {
    "dataclass": unchecked,
    "by hand": parse_order,
    "pydantic": OrderModel.model_validate_json,
    "strict outside": StrictOutsideModel.model_validate_json,
    "strict": StrictOrderModel.model_validate_json,
}


def quantities(text: str) -> dict[str, object]:
    """The first line's quantity, by each way."""
    return {way: attempt(lambda way=way: WAYS[way](text).lines[0].quantity) for way in WAYS}


def set_afterwards(text: str, quantity: object) -> dict[str, object]:
    """The first line's quantity after an assignment, by each way."""
    return {
        way: attempt(lambda way=way: set_quantity(WAYS[way](text).lines[0], quantity))
        for way in WAYS
    }


def set_quantity(line: Any, quantity: object) -> object:
    line.quantity = quantity
    return line.quantity


def set_id_afterwards(text: str, id: object) -> dict[str, object]:
    """The same for the order itself."""
    return {way: attempt(lambda way=way: setattr(WAYS[way](text), "id", id)) for way in WAYS}


def faults(text: str) -> dict[str, list[str]]:
    """The paths that each way names, but for the one that looks at nothing."""
    return {way: sorted(paths(way, text)) for way in WAYS if way != "dataclass"}


def paths(way: str, text: str) -> list[str]:
    try:
        WAYS[way](text)
    except ValidationError as error:
        return [path(*each["loc"]) for each in error.errors()]
    except Invalid as invalid:
        return invalid.paths
    return []


def path(first: str | int = "", *rest: str | int) -> str:
    return f"{first}" + "".join(f"[{at}]" if isinstance(at, int) else f".{at}" for at in rest)


def attempt(what: Callable[[], object]) -> object:
    try:
        return what()
    except (ValueError, TypeError, AttributeError) as error:
        return type(error).__name__


if __name__ == "__main__":
    order = '{"id": 7, "status": "open", "lines": [{"sku": "LAMP", "quantity": %s}]}'
    for quantity in "3", '"3"', "true":
        print(f"a quantity of {quantity}:", quantities(order % quantity))
    print('set to "3" afterwards:', set_afterwards(order % 3, "3"))
    print("two faults:", faults(order.replace("7", "null") % '"three"'))
