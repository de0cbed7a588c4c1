"""What Python does with a value that contradicts its annotation: nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NewType, Protocol, TypedDict, cast, runtime_checkable

OrderId = NewType("OrderId", int)
WRONG: Any = "3"  # Any keeps the checkers quiet: this file is about the time after them


@dataclass
class Line:
    quantity: int


class Row(TypedDict):
    cents: int


@runtime_checkable
class Payments(Protocol):
    def charge(self, cents: int) -> str: ...


class Bank:
    def charge(self, cents: int) -> str:
        return f"receipt for {cents} cents"


class Cashier:
    def charge(self) -> str:
        return "receipt"


class Tariff:
    charge = 7


def twice(quantity: int) -> int:
    return quantity * 2


def twice_of(value: object) -> object:
    return outcome(lambda: twice(cast(Any, value)))


def accepted() -> list[object]:
    """What a dataclass, a NewType, a cast and a `list[int]` make of a text."""
    return [Line(WRONG).quantity, OrderId(WRONG), cast(int, WRONG), list[int](WRONG)]


def row_of_another_kind() -> list[object]:
    """The type and the keys of a Row that lacks its key and has another."""
    row = Row(price=WRONG)  # type: ignore
    return [type(row).__name__, *row]


def has_charge() -> list[bool]:
    """Whether `isinstance` takes them for Payments: three have the name, one has not."""
    return [isinstance(each(), Payments) for each in (Bank, Cashier, Tariff, object)]


def annotated(name: str, first: str = "") -> list[object]:
    """What comes of a function with this annotation: when it is defined, when somebody reads it."""
    names: dict[str, Any] = {}
    defining = outcome(lambda: exec(f"{first}\ndef pay(cents: {name}): return cents", names))
    if "pay" not in names:
        return [defining, "no function"]
    reading = outcome(lambda: names["pay"].__annotations__)
    return ["no error", "no error" if isinstance(reading, dict) else reading]


def operations() -> list[object]:
    """What checks types at run time: the operation itself, and `isinstance`."""
    return [outcome(lambda: WRONG + 1), isinstance(WRONG, int)]


def outcome(attempt: Callable[[], object]) -> object:
    try:
        return attempt()
    except Exception as error:
        return type(error).__name__


if __name__ == "__main__":
    print('twice("3"), declared for int:', twice_of("3"))
    print("dataclass, NewType, cast, list[int]:", accepted())
    print("a TypedDict is:", row_of_another_kind())
    print("right method, wrong signature, no method, nothing:", has_charge())
    print("an annotation that nobody defines: [defined, read]:", annotated("Cents"))
    print('"3" + 1, isinstance("3", int):', operations())
