"""What a correct family of events does, alone and among classes it does not know."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "harness/src/main/python"))
from checking import attempt, check, expect, expect_error, main

SALE = {"id": 7, "time": "09:30", "cents": 250}


def read(event_class: Any, data: dict[str, Any]) -> tuple[str, Any]:
    """A call of from_wire as text, and the event it makes of a copy of the data."""
    call = f"{event_class.__name__}.from_wire({data})"
    return call, attempt(call, lambda: event_class.from_wire(dict(data)))


def expect_fields(call: str, event: Any, fields: dict[str, Any]) -> None:
    for field, value in fields.items():
        expect(f"{call}.{field}", lambda field=field: getattr(event, field), gives=value)


def expect_refusal(call: str, action: Callable[[], Any], name: str) -> None:
    """It raises a ValueError that names the field."""
    said: list[str] = []

    def refused() -> Any:
        try:
            return action()
        except ValueError as error:
            said.append(str(error))
            raise

    expect_error(call, refused, ValueError)
    expect(
        f"{call}: does its ValueError, {said[0]!r}, name {name!r}?",
        lambda: re.search(rf"\b{name}\b", said[0]) is not None,
        gives=True,
    )


def subclass(name: str, *bases: Any, **members: Any) -> Any:
    """A class of another team."""
    heading = f"class {name}({', '.join(base.__name__ for base in bases)})"
    return attempt(heading, lambda: type(name, bases, members))


@check("a plain event comes from the wire and goes back")
def plain_event(kata: ModuleType) -> None:
    expect("Event.from_wire({'id': 7}).id", lambda: kata.Event.from_wire({"id": 7}).id, gives=7)
    expect(
        "Event.from_wire({'id': 7}).to_wire()",
        lambda: kata.Event.from_wire({"id": 7}).to_wire(),
        gives={"id": 7},
    )


@check("a timed and a priced event have a field more")
def own_fields(kata: ModuleType) -> None:
    for event_class, data in (
        (kata.Timed, {"id": 12, "time": "17:45"}),
        (kata.Priced, {"cents": 99, "id": 31}),
    ):
        call, event = read(event_class, data)
        expect_fields(call, event, data)


@check("a second event leaves the first as it is")
def two_events(kata: ModuleType) -> None:
    call, first = read(kata.Timed, {"id": 1, "time": "09:30"})
    later, _ = read(kata.Timed, {"id": 2, "time": "17:45"})
    expect_fields(f"after {later}: {call}", first, {"id": 1, "time": "09:30"})


@check("an event is of the class that it is asked of")
def calling_class(kata: ModuleType) -> None:
    login = subclass("Login", kata.Event)
    tick = subclass("Tick", kata.Timed)
    for event_class, data in (
        (kata.Timed, {"id": 7, "time": "09:30"}),
        (login, {"id": 7}),
        (tick, {"id": 7, "time": "09:30"}),
    ):
        call, event = read(event_class, data)
        expect(
            f"type({call}) is {event_class.__name__}",
            lambda event=event: type(event).__name__,
            gives=event_class.__name__,
        )
        expect(
            f"the same, asked of that event: type(event.from_wire({data}))",
            lambda event=event, data=data: type(event.from_wire(dict(data))).__name__,
            gives=event_class.__name__,
        )


@check("a sale has the fields of both its parents")
def sale(kata: ModuleType) -> None:
    call, event = read(kata.Sale, SALE)
    expect_fields(call, event, SALE)
    expect(f"type({call})", lambda: type(event).__name__, gives="Sale")
    expect(f"{call}.to_wire()", lambda: event.to_wire(), gives=SALE)


@check("the data stays as it is")
def data_stays(kata: ModuleType) -> None:
    data = dict(SALE)
    attempt(f"Sale.from_wire({data})", lambda: kata.Sale.from_wire(data))
    expect(f"the data after Sale.from_wire({SALE})", lambda: data, gives=SALE)


@check("a field that is missing or nobody's is refused by its name")
def refused_fields(kata: ModuleType) -> None:
    for field in SALE:
        data = {key: value for key, value in SALE.items() if key != field}
        expect_refusal(f"Sale.from_wire({data})", lambda d=data: kata.Sale.from_wire(d), field)
    for event_class, data, field in (
        (kata.Sale, {**SALE, "colour": "red"}, "colour"),
        (kata.Timed, {"id": 7, "time": "09:30", "cents": 250}, "cents"),
    ):
        expect_refusal(
            f"{event_class.__name__}.from_wire({data})",
            lambda c=event_class, d=data: c.from_wire(d),
            field,
        )


@check("an id must be valid, by the rule of the class that is asked")
def valid_ids(kata: ModuleType) -> None:
    _, event = read(kata.Event, {"id": 7})
    for id, valid in ((7, True), (0, False), (-1, False), ("7", False), (2.5, False)):
        expect(f"Event.valid_id({id!r})", lambda id=id: kata.Event.valid_id(id), gives=valid)
        expect(f"event.valid_id({id!r})", lambda id=id: event.valid_id(id), gives=valid)
        if not valid:
            data = {"id": id}
            expect_error(
                f"Event.from_wire({data})", lambda d=data: kata.Event.from_wire(d), ValueError
            )

    legacy = subclass("Legacy", kata.Timed, valid_id=staticmethod(lambda id: id == "L-1"))
    call, event = read(legacy, {"id": "L-1", "time": "09:30"})
    expect_fields(f"with a rule of its own, {call}", event, {"id": "L-1"})
    data = {"id": 7, "time": "09:30"}
    expect_error(f"Legacy.from_wire({data})", lambda: legacy.from_wire(data), ValueError)


@check("only the fields go back, in a dict of their own")
def fields_only(kata: ModuleType) -> None:
    call, event = read(kata.Priced, {"id": 7, "cents": 250})
    event.time = "17:45"
    expect(
        f"event = {call}; event.time = '17:45'; event.to_wire()",
        lambda: event.to_wire(),
        gives={"id": 7, "cents": 250},
    )
    event.cents = 300
    attempt("event.to_wire().clear()", lambda: event.to_wire().clear())
    expect(
        "event.to_wire() after event.cents = 300 and event.to_wire().clear()",
        lambda: event.to_wire(),
        gives={"id": 7, "cents": 300},
    )


@check("a class of another team joins, wherever it stands")
def another_team(kata: ModuleType) -> None:
    data = {**SALE, "tag": "spring"}
    tagged = attempt("class Tagged(Event)", lambda: tagged_event(kata))
    for name, bases in (
        ("TaggedSale", (tagged, kata.Sale)),
        ("SaleTagged", (kata.Sale, tagged)),
        ("Between", (kata.Timed, tagged, kata.Priced)),
        ("Turned", (kata.Priced, tagged, kata.Timed)),
    ):
        call, event = read(subclass(name, *bases), data)
        call = f"class {name}({', '.join(base.__name__ for base in bases)}): {call}"
        expect_fields(call, event, data)
        expect(f"{call}.to_wire()", lambda event=event: event.to_wire(), gives=data)
        expect(f"{call}: calls of its constructor", lambda event=event: event.calls, gives=1)


def tagged_event(kata: ModuleType) -> Any:
    class Tagged(kata.Event):
        calls = 0

        def __init__(self) -> None:
            type(self).calls += 1  # a counter for each class that combines this one

        @classmethod
        def from_wire(cls, data: dict[str, Any]) -> Any:
            rest = dict(data)
            tag = rest.pop("tag")
            event = super().from_wire(rest)
            event.tag = tag
            return event

        def to_wire(self) -> dict[str, Any]:
            return {**super().to_wire(), "tag": self.tag}

    return Tagged


if __name__ == "__main__":
    main()
