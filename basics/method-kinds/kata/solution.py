"""Each class takes its own field and hands the rest to the next in the MRO, by super()."""

from collections.abc import Mapping
from typing import Any, Self


class Event:
    id: int

    @classmethod
    def from_wire(cls, data: Mapping[str, Any]) -> Self:
        number, rest = taken("id", data)
        if rest:
            raise ValueError(f"nobody's field: {', '.join(rest)}")
        if not cls.valid_id(number):  # through cls: a subclass may have its own rule
            raise ValueError(f"{number!r} is no id of {cls.__name__}")
        event = cls()
        event.id = number
        return event

    @staticmethod
    def valid_id(id: Any) -> bool:
        return isinstance(id, int) and not isinstance(id, bool) and id > 0

    def to_wire(self) -> dict[str, Any]:
        return {"id": self.id}


class Timed(Event):
    time: str

    @classmethod
    def from_wire(cls, data: Mapping[str, Any]) -> Self:
        time, rest = taken("time", data)
        event = super().from_wire(rest)  # a sibling's code perhaps, but this cls
        event.time = time
        return event

    def to_wire(self) -> dict[str, Any]:
        return {**super().to_wire(), "time": self.time}


class Priced(Event):
    cents: int

    @classmethod
    def from_wire(cls, data: Mapping[str, Any]) -> Self:
        cents, rest = taken("cents", data)
        event = super().from_wire(rest)
        event.cents = cents
        return event

    def to_wire(self) -> dict[str, Any]:
        return {**super().to_wire(), "cents": self.cents}


class Sale(Timed, Priced):
    pass


def taken(field: str, data: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
    """The field's value, and a copy of the data without it."""
    rest = dict(data)
    if field not in rest:
        raise ValueError(f"{field} is missing")
    return rest.pop(field), rest
