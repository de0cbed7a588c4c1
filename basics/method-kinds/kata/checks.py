"""What a correct family of events does, alone and among classes it does not know."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
import re
from types import ModuleType
from typing import Any

from checking import attempt, check, expect, expect_error, main

SALE = {"id": 7, "time": "09:30", "cents": 250}


class TheirRefusal(ValueError):
    pass


def read(event_class: Any, data: dict[str, Any]) -> tuple[str, Any]:
    """A call of from_wire as text, and the event it makes of a copy of the data."""
    call = f"{event_class.__name__}.from_wire({data})"
    return call, attempt(call, lambda: event_class.from_wire(dict(data)))


def expect_event(call: str, event: Any, data: dict[str, Any]) -> None:
    """The event has these fields, and gives them back."""
    for field, value in data.items():
        expect(f"{call}.{field}", lambda field=field: getattr(event, field), gives=value)
    expect(f"{call}.to_wire()", lambda: event.to_wire(), gives=data)


def expect_refusal(event_class: Any, data: dict[str, Any], *names: str) -> None:
    """It raises a ValueError that names one of these."""
    call = f"{event_class.__name__}.from_wire({data})"
    said: list[str] = []

    def refused() -> Any:
        try:
            return event_class.from_wire(dict(data))
        except ValueError as error:
            said.append(str(error))
            raise

    expect_error(call, refused, ValueError)
    expect(
        f"{call}: does its ValueError, {said[0]!r}, name {' or '.join(names)}?",
        lambda: any(re.search(rf"\b{name}\b", said[0]) for name in names),
        gives=True,
    )


def subclass(name: str, *bases: Any, **members: Any) -> Any:
    """A class of another team."""
    heading = f"class {name}({', '.join(base.__name__ for base in bases)})"
    return attempt(heading, lambda: type(name, bases, members))


def counted(name: str, *bases: Any) -> Any:
    """A class of another team that counts the calls of its constructor."""

    def make() -> Any:
        class Counted(*bases):
            calls = 0

            def __init__(self) -> None:
                super().__init__()
                type(self).calls += 1
                self.lines: list[str] = []

        Counted.__name__ = name
        return Counted

    return attempt(f"class {name}({', '.join(base.__name__ for base in bases)})", make)


def adding(kata: ModuleType, name: str, field: str) -> Any:
    """A class of another team with a field of its own, as the task shows one."""

    def make() -> Any:
        class Added(kata.Event):
            @classmethod
            def from_wire(cls, data: dict[str, Any]) -> Any:
                rest = dict(data)
                value = rest.pop(field)
                event = super().from_wire(rest)
                setattr(event, field, value)
                return event

            def to_wire(self) -> dict[str, Any]:
                return {**super().to_wire(), field: getattr(self, field)}

        Added.__name__ = name
        return Added

    return attempt(f"class {name}(Event)", make)


@check("the examples hold")
def examples(kata: ModuleType) -> None:
    expect("Event.from_wire({'id': 7}).id", lambda: kata.Event.from_wire({"id": 7}).id, gives=7)
    expect("Event.valid_id(0)", lambda: kata.Event.valid_id(0), gives=False)
    call, sale = read(kata.Sale, SALE)
    expect(f"{call}.time", lambda: sale.time, gives="09:30")
    expect(f"{call}.cents", lambda: sale.cents, gives=250)
    expect(f"{call}.to_wire()", lambda: sale.to_wire(), gives=SALE)


@check("each class reads its own fields and gives them back")
def own_fields(kata: ModuleType) -> None:
    for event_class, data in (
        (kata.Event, {"id": 1}),
        (kata.Timed, {"id": 12, "time": "17:45"}),
        (kata.Priced, {"cents": 99, "id": 31}),
        (kata.Sale, {"cents": -1, "id": 10**12, "time": "00:00"}),
    ):
        expect_event(*read(event_class, data), data)


@check("0, an empty text and None are values like any other")
def false_values(kata: ModuleType) -> None:
    for event_class, field in (
        (kata.Priced, "cents"),
        (kata.Timed, "time"),
        (kata.Sale, "cents"),
        (kata.Sale, "time"),
    ):
        for value in (0, "", None, False, []):
            data = {"id": 7, field: value}
            data = {**SALE, **data} if event_class is kata.Sale else data
            expect_event(*read(event_class, data), data)


@check("a second event leaves the first as it is")
def two_events(kata: ModuleType) -> None:
    for event_class, data, more in (
        (kata.Event, {"id": 1}, {"id": 2}),
        (kata.Timed, {"id": 1, "time": "09:30"}, {"id": 2, "time": "17:45"}),
    ):
        call, first = read(event_class, data)
        later, second = read(event_class, more)
        expect_event(f"after {later}: {call}", first, data)
        through_it = f"first.from_wire({more})"
        attempt(through_it, lambda first=first, more=more: first.from_wire(dict(more)))
        expect_event(f"after {through_it}, first = {call}: first", first, data)
        expect_event(later, second, more)


@check("an event is of the class that it is asked of")
def calling_class(kata: ModuleType) -> None:
    for event_class, data in (
        (kata.Timed, {"id": 7, "time": "09:30"}),
        (kata.Sale, SALE),
        (subclass("Login", kata.Event), {"id": 7}),
        (subclass("Tick", kata.Timed), {"id": 7, "time": "09:30"}),
    ):
        call, event = read(event_class, data)
        expect(f"type({call})", lambda event=event: type(event), gives=event_class)
        expect(
            f"the same, asked of that event: type(event.from_wire({data}))",
            lambda event=event, data=data: type(event.from_wire(dict(data))),
            gives=event_class,
        )


@check("the class is called once, without arguments")
def one_call(kata: ModuleType) -> None:
    for base, data in (
        (kata.Event, {"id": 7}),
        (kata.Timed, {"id": 7, "time": "09:30"}),
        (kata.Sale, SALE),
    ):
        made = counted(f"Counted{base.__name__}", base)
        call, event = read(made, data)
        expect(f"{call}: calls of its __init__", lambda made=made: made.calls, gives=1)
        expect(f"{call}.lines, set there", lambda event=event: event.lines, gives=[])


@check("the data stays as it is")
def data_stays(kata: ModuleType) -> None:
    data = dict(SALE)
    sale = attempt(f"Sale.from_wire({data})", lambda: kata.Sale.from_wire(data))
    expect(f"the data after Sale.from_wire({SALE})", lambda: data, gives=SALE)
    data["cents"] = 99
    expect("sale.cents after data['cents'] = 99", lambda: sale.cents, gives=250)
    refused = {**SALE, "id": 0}
    before = dict(refused)
    expect_error(f"Sale.from_wire({refused})", lambda: kata.Sale.from_wire(refused), ValueError)
    expect(f"the data after Sale.from_wire({before})", lambda: refused, gives=before)


@check("a missing field is refused by its name")
def missing_fields(kata: ModuleType) -> None:
    for field in SALE:
        expect_refusal(kata.Sale, {key: SALE[key] for key in SALE if key != field}, field)
    expect_refusal(kata.Event, {}, "id")
    expect_refusal(kata.Priced, {"cents": 250}, "id")
    expect_refusal(kata.Sale, {"time": "09:30"}, "id", "cents")
    expect_refusal(kata.Sale, {}, *SALE)
    expect_refusal(kata.Timed, {"id": 7, "cents": 250}, "time", "cents")


@check("a key that is nobody's field is refused by its name")
def unknown_keys(kata: ModuleType) -> None:
    expect_refusal(kata.Sale, {**SALE, "colour": "red"}, "colour")
    expect_refusal(kata.Event, {"colour": None, "id": 7}, "colour")
    expect_refusal(kata.Event, {"id": 7, "time": ""}, "time")
    expect_refusal(kata.Timed, {"id": 7, "time": "09:30", "cents": 0}, "cents")
    expect_refusal(kata.Priced, {"id": 7, "cents": 250, "to_wire": 1}, "to_wire")
    expect_refusal(kata.Priced, {**SALE, "colour": "red"}, "time", "colour")


@check("an id is an int greater than 0, and no bool")
def ids(kata: ModuleType) -> None:
    _, event = read(kata.Event, {"id": 7})
    for id in (1, 7, 10**30):
        expect(f"Event.valid_id({id!r})", lambda id=id: kata.Event.valid_id(id), gives=True)
        expect(f"event.valid_id({id!r})", lambda id=id: event.valid_id(id), gives=True)
    for id in (0, -1, True, False, "7", "", 2.5, 7.0, float("inf"), None, [7]):
        expect(f"Event.valid_id({id!r})", lambda id=id: kata.Event.valid_id(id), gives=False)
        expect(f"event.valid_id({id!r})", lambda id=id: event.valid_id(id), gives=False)
        data = {**SALE, "id": id}
        expect_error(f"Sale.from_wire({data})", lambda d=data: kata.Sale.from_wire(d), ValueError)


@check("a subclass may have a rule of its own for ids")
def own_rules(kata: ModuleType) -> None:
    def by_prefix(cls: Any, id: Any) -> bool:
        return id == f"{cls.__name__}-1"

    for rule in (staticmethod(lambda id: id == "Legacy-1"), classmethod(by_prefix)):
        legacy = subclass("Legacy", kata.Sale, valid_id=rule)
        good, bad = {**SALE, "id": "Legacy-1"}, {**SALE, "id": 7}
        call, event = read(legacy, good)
        expect_event(f"with a rule of its own, {call}", event, good)
        for asked, how in ((legacy, "Legacy"), (event, "event")):
            expect_error(
                f"with a rule of its own, {how}.from_wire({bad})",
                lambda asked=asked, bad=bad: asked.from_wire(bad),
                ValueError,
            )


@check("only the fields go back, as they are now, in a dict of their own")
def fields_only(kata: ModuleType) -> None:
    changed = {"id": 8, "time": "17:45", "cents": 300}
    for base, fields in (
        (kata.Event, ["id"]),
        (kata.Timed, ["id", "time"]),
        (kata.Priced, ["id", "cents"]),
        (kata.Sale, ["id", "time", "cents"]),
    ):
        data = {field: SALE[field] for field in fields}
        call, event = read(subclass("Memo", base), data)
        said = f"class Memo({base.__name__}): event = {call}"
        attempt(f"{said}; event.to_wire().clear()", lambda event=event: event.to_wire().clear())
        expect(
            f"{said}; event.to_wire().clear(): to_wire()", lambda e=event: e.to_wire(), gives=data
        )
        for field, value in changed.items():
            attempt(
                f"event.{field} = {value!r}", lambda e=event, f=field, v=value: setattr(e, f, v)
            )
        expect(
            f"{said}; event.id, .time, .cents = {tuple(changed.values())}: to_wire()",
            lambda event=event: event.to_wire(),
            gives={field: changed[field] for field in fields},
        )


@check("what another team's class only annotates is no field")
def annotated(kata: ModuleType) -> None:
    for base, data in ((kata.Event, {"id": 7}), (kata.Sale, SALE)):

        class Noted(base):
            note: str = "none yet"

        call, event = read(Noted, data)
        expect_event(
            f"class Noted({base.__name__}), with note: str = 'none yet': {call}", event, data
        )
        expect_refusal(Noted, {**data, "note": "late"}, "note")


@check("a class of another team joins, wherever it stands")
def another_team(kata: ModuleType) -> None:
    tagged, routed = adding(kata, "Tagged", "tag"), adding(kata, "Routed", "route")
    tag, route = {"tag": "spring"}, {"route": None}
    for name, bases, more in (
        ("TaggedSale", (tagged, kata.Sale), tag),
        ("SaleTagged", (kata.Sale, tagged), tag),
        ("Between", (kata.Timed, tagged, kata.Priced), tag),
        ("Turned", (kata.Priced, tagged, kata.Timed), tag),
        ("Framed", (tagged, kata.Sale, routed), tag | route),
        ("Last", (kata.Timed, routed, tagged), tag | route),
    ):
        data = {**SALE, **more}
        if name == "Last":
            del data["cents"]
        made = counted(name, *bases)
        call, event = read(made, data)
        call = f"class {name}({', '.join(base.__name__ for base in bases)}): {call}"
        expect_event(call, event, data)
        expect(f"type({call})", lambda event=event: type(event), gives=made)
        expect(f"{call}: calls of its __init__", lambda made=made: made.calls, gives=1)
        expect_refusal(made, {**data, "colour": "red"}, "colour")


@check("what another team's code raises comes through")
def their_errors(kata: ModuleType) -> None:
    sale_tagged = subclass("SaleTagged", kata.Sale, adding(kata, "Tagged", "tag"))
    expect_error(
        f"class SaleTagged(Sale, Tagged): SaleTagged.from_wire({SALE})",
        lambda: sale_tagged.from_wire(dict(SALE)),
        KeyError,
    )

    for error in (LookupError, TypeError, TheirRefusal):

        def fail(*arguments: Any, error: type[Exception] = error) -> None:
            raise error("the other team's")

        for name, member in (("valid_id", staticmethod(fail)), ("__init__", fail)):
            failing = subclass("Failing", kata.Sale, **{name: member})
            expect_error(
                f"with a {name} that raises {error.__name__}, Failing.from_wire({SALE})",
                lambda failing=failing: failing.from_wire(dict(SALE)),
                error,
            )


if __name__ == "__main__":
    main()
