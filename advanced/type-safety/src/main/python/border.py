"""A parser by hand: JSON text becomes an order, or one error with the path of every fault."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal, TypeVar, cast, get_args

T = TypeVar("T")
Status = Literal["open", "paid"]
MISSING = object()


@dataclass(frozen=True)
class Line:
    sku: str
    quantity: int


@dataclass(frozen=True)
class Order:
    id: int
    status: Status
    lines: tuple[Line, ...]


class Invalid(ValueError):
    def __init__(self, paths: list[str]) -> None:
        super().__init__(", ".join(paths))
        self.paths = paths


class Reader:
    """Reads JSON values. It notes where one is wrong and goes on, with another in its place."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def wrong(self, path: str, instead: T) -> T:
        self.faults.append(path)
        return instead

    def fields(self, path: str, value: object, *names: str) -> list[object] | None:
        """The values of an object's keys: all of these, and no others. None if it is no object."""
        if not isinstance(value, dict):
            return self.wrong(path, None)
        given = cast(dict[str, object], value)
        self.faults += [f"{path}.{key}" if path else key for key in given if key not in names]
        return [given.get(name, MISSING) for name in names]

    def items(self, path: str, value: object) -> list[object]:
        return cast(list[object], value) if isinstance(value, list) else self.wrong(path, [])

    def text(self, path: str, value: object) -> str:
        return value if isinstance(value, str) else self.wrong(path, "")

    def status(self, path: str, value: object) -> Status:
        return cast(Status, value) if value in get_args(Status) else self.wrong(path, "open")

    def order(self, value: object) -> Order:
        fields = self.fields("", value, "id", "status", "lines")
        if fields is None:
            return Order(1, "open", ())
        id, status, lines = fields
        return Order(
            positive(self, "id", id),
            self.status("status", status),
            tuple(
                line(self, f"lines[{n}]", each) for n, each in enumerate(self.items("lines", lines))
            ),
        )


def positive(reader: Reader, path: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    return reader.wrong(path, 1)


def line(reader: Reader, path: str, value: object) -> Line:
    fields = reader.fields(path, value, "sku", "quantity")
    if fields is None:
        return Line("", 1)
    sku, quantity = fields
    return Line(reader.text(f"{path}.sku", sku), positive(reader, f"{path}.quantity", quantity))


def parse_order(text: str) -> Order:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:  # no JSON, too long a number, too deep
        raise Invalid([""]) from error
    reader = Reader()
    order = reader.order(data)
    if reader.faults:
        raise Invalid(reader.faults)
    return order


if __name__ == "__main__":
    print(parse_order('{"id": 7, "status": "open", "lines": [{"sku": "LAMP", "quantity": 3}]}'))
    try:
        parse_order('{"id": true, "status": "lost", "lines": [{"sku": 7, "quantity": "3"}]}')
    except Invalid as invalid:
        print("wrong are:", invalid)
