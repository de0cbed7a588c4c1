"""What an Any lets through: JSON, `cast`, and what makes a checker look again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, cast


def three_times(quantity: int) -> int:
    return quantity * 3


def passed_on(text: str) -> int:
    return three_times(json.loads(text)["quantity"])


def assigned(text: str) -> int:
    quantity: int = json.loads(text)["quantity"]
    return quantity * 3


def returned(text: str) -> int:
    return json.loads(text)["quantity"]


def in_a_dict(text: str) -> int:
    row: dict[str, Any] = json.loads(text)
    return three_times(row["quantity"])


def casting(text: str) -> int:
    data: object = json.loads(text)
    return three_times(cast(dict[str, int], data)["quantity"])


def as_object(text: str) -> int:
    data: object = json.loads(text)
    return three_times(data["quantity"])


def only_a_dict(text: str) -> int:
    data: object = json.loads(text)
    if isinstance(data, dict):
        return three_times(data["quantity"])
    raise ValueError(f"no quantity: {data}")


def only_a_key(text: str) -> int:
    data: object = json.loads(text)
    match data:
        case {"quantity": quantity}:
            return three_times(quantity)
        case _:
            raise ValueError(f"no quantity: {data}")


def narrowed(text: str) -> int:
    data: object = json.loads(text)
    match data:
        case {"quantity": int(quantity)}:
            return three_times(quantity)
        case _:
            raise ValueError(f"no quantity: {data}")


WAYS: dict[str, Callable[[str], int]] = {
    "passed_on": passed_on,
    "assigned": assigned,
    "returned": returned,
    "in_a_dict": in_a_dict,
    "casting": casting,
    "as_object": as_object,
    "only_a_dict": only_a_dict,
    "only_a_key": only_a_key,
    "narrowed": narrowed,
}


def result(way: str, text: str) -> object:
    try:
        return WAYS[way](text)
    except ValueError as error:
        return type(error).__name__


if __name__ == "__main__":
    for way in WAYS:
        print(f'{way}, a quantity of "3":', repr(result(way, '{"quantity": "3"}')))
