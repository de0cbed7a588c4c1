"""What a correct parse makes of data, and what it says of faults."""

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
import copy
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, Optional

from checking import attempt, check, expect, expect_error, main


@dataclass
class Line:
    sku: str
    quantity: int = 1


@dataclass
class Order:
    id: int
    lines: list[Line]
    note: str | None = None


@dataclass(frozen=True)
class Parcel:
    grams: float
    is_fragile: bool
    lid: bool | None
    rows: list[list[int]]
    labels: list[str | None]
    first: Line
    second: Optional[Line]  # noqa: UP045


@dataclass
class Shelf:
    height: int = 0
    tags: list[str] = field(default_factory=list)
    line: Line | None = None
    prices: list[float] | None = None


@dataclass
class Gift(Line):
    card: str = ""
    weight: int = field(default=0, init=False)


@dataclass(slots=True)
class Note:
    text: str
    sender: None | int = None  # noqa: RUF036


@dataclass
class Spelt:
    height: "int"
    tags: "list[str]"
    note: "str | None" = "none"
    lines: "list[Line]" = field(default_factory=list)
    others: list["Line"] = field(default_factory=list)


@dataclass
class Ranking:
    places: list[int]

    def __post_init__(self) -> None:
        if not self.places:
            raise LookupError("nobody")
        self.places.sort()


@dataclass
class Span:
    start: int
    end: int

    def __post_init__(self) -> None:
        made.append((self.start, self.end))


@dataclass
class Week:
    spans: list[Span]
    name: str

    def __post_init__(self) -> None:
        made.append(self.name)


made: list[object] = []
PARCEL: dict[str, Any] = {
    "grams": 1.5,
    "is_fragile": False,
    "lid": None,
    "rows": [[1, 2], [], [0]],
    "labels": ["up", None, ""],
    "first": {"sku": "", "quantity": 0},
    "second": None,
}


def expect_parsed(kata: ModuleType, kind: type, data: object, gives: object) -> None:
    call = f"parse({kind.__name__}, {data!r})"
    expect(call, lambda: kata.parse(kind, copy.deepcopy(data)), gives=gives)
    for name, value in vars(gives).items():
        parsed = attempt(call, lambda: kata.parse(kind, copy.deepcopy(data)))
        expect(
            f"{call}.{name}", lambda parsed=parsed, name=name: getattr(parsed, name), gives=value
        )


def expect_faults(kata: ModuleType, kind: type, data: object, *paths: str) -> None:
    """It raises a ValueError whose one argument are these paths."""
    call = f"parse({kind.__name__}, {data!r})"
    said: list[Any] = []

    def refused() -> Any:
        try:
            return kata.parse(kind, copy.deepcopy(data))
        except ValueError as error:
            said.append(error.args)
            raise

    expect_error(call, refused, ValueError)
    expect(f"{call}: the arguments of its ValueError", lambda: list(said[0]), gives=[list(paths)])


@check("the examples of the task hold")
def examples(kata: ModuleType) -> None:
    lines = [{"sku": "LAMP", "quantity": 2}, {"sku": "DESK"}]
    order = Order(7, [Line("LAMP", 2), Line("DESK")])
    expect_parsed(kata, Order, {"id": 7, "lines": lines}, order)
    wrong = {"lines": [{"sku": "LAMP", "quantity": "2"}], "note": 5}
    expect_faults(kata, Order, wrong, "id", "lines[0].quantity", "note")


@check("data that fits becomes a dataclass, whatever its fields' types")
def fits(kata: ModuleType) -> None:
    parcel = Parcel(1.5, False, None, [[1, 2], [], [0]], ["up", None, ""], Line("", 0), None)
    expect_parsed(kata, Parcel, PARCEL, parcel)
    other = {"lid": True, "second": {"sku": "RUG", "quantity": -1}, "is_fragile": True}
    both = Parcel(
        1.5, True, True, [[1, 2], [], [0]], ["up", None, ""], Line("", 0), Line("RUG", -1)
    )
    expect_parsed(kata, Parcel, PARCEL | other, both)


@check("a dataclass may inherit fields, and a union may begin with None")
def inherited(kata: ModuleType) -> None:
    gift = {"sku": "RUG", "quantity": 2, "card": "Hi"}
    expect_parsed(kata, Gift, gift, Gift("RUG", 2, "Hi"))
    expect_faults(kata, Gift, {"sku": 1, "quantity": "2", "card": 3}, "card", "quantity", "sku")
    for sender in None, 7:
        said = attempt(
            "parse(Note, ...)", lambda s=sender: kata.parse(Note, {"text": "Hi", "sender": s})
        )
        expect(f"parse(Note, ...).sender of {sender}", lambda said=said: said.sender, gives=sender)
    expect_faults(kata, Note, {"text": "Hi", "sender": "Al"}, "sender")


@check("a field that has a default may be missing, and its default is its own")
def defaults(kata: ModuleType) -> None:
    expect_parsed(kata, Shelf, {}, Shelf())
    full = {"height": 3, "tags": ["oak"], "line": {"sku": "RUG"}, "prices": [1.5, 2]}
    expect_parsed(kata, Shelf, full, Shelf(3, ["oak"], Line("RUG"), [1.5, 2]))
    call = "parse(Shelf, {}).tags"
    first, second = (attempt(call, lambda: kata.parse(Shelf, {}).tags) for _ in range(2))
    expect("the tags of two shelves: one list?", lambda: first is second, gives=False)


@check("a number, a text and a truth value are three types")
def exact_types(kata: ModuleType) -> None:
    for value in True, False, "3", 3.0, None, [3], {"3": 3}, {}, []:
        expect_faults(kata, Line, {"sku": "LAMP", "quantity": value}, "quantity")
    for value in 3, None, ["LAMP"], True, 0.5, [], {}:
        expect_faults(kata, Line, {"sku": value}, "sku")
    for value in 0, 1, "true", None, "", []:
        expect_faults(kata, Parcel, PARCEL | {"is_fragile": value}, "is_fragile")


@check("an int fits a float and stays an int; a truth value and a text do not")
def floats(kata: ModuleType) -> None:
    data = PARCEL | {"grams": 2}
    whole = Parcel(2, False, None, [[1, 2], [], [0]], ["up", None, ""], Line("", 0), None)
    expect_parsed(kata, Parcel, data, whole)
    for value in True, "1.5", None, [1.5]:
        expect_faults(kata, Parcel, PARCEL | {"grams": value}, "grams")
    expect_faults(kata, Shelf, {"prices": [1, 1.5, "2", True]}, "prices[2]", "prices[3]")


@check("None fits only where it may stand")
def none(kata: ModuleType) -> None:
    expect_parsed(kata, Order, {"id": 1, "lines": [], "note": None}, Order(1, []))
    expect_faults(kata, Order, {"id": None, "lines": None}, "id", "lines")
    expect_faults(kata, Order, {"id": 1, "lines": [None]}, "lines[0]")
    expect_faults(kata, Parcel, PARCEL | {"lid": 0, "second": 0}, "lid", "second")
    expect_faults(kata, Parcel, PARCEL | {"labels": ["up", 0, None]}, "labels[1]")
    expect_faults(kata, Shelf, {"line": {"quantity": 1}, "prices": 2}, "line.sku", "prices")


@check("a field without a default must be there, even if it may be None")
def missing(kata: ModuleType) -> None:
    expect_faults(kata, Line, {}, "sku")
    expect_faults(kata, Note, {}, "text")
    expect_faults(kata, Parcel, {}, *sorted(PARCEL))
    for name in PARCEL:
        without = {key: value for key, value in PARCEL.items() if key != name}
        expect_faults(kata, Parcel, without, name)


@check("a key that is no field is wrong, at any depth")
def unknown(kata: ModuleType) -> None:
    expect_faults(kata, Line, {"sku": "LAMP", "colour": "red"}, "colour")
    expect_faults(kata, Order, {"id": 1, "lines": [{"sku": "A", "SKU": "A"}]}, "lines[0].SKU")
    expect_faults(kata, Shelf, {"__class__": 2, "Height": 1}, "Height", "__class__")
    expect_faults(kata, Order, {"Id": 1, "lines": []}, "Id", "id")
    expect_faults(kata, Gift, {"sku": "RUG", "weight": 3}, "weight")


@check("every fault is named, sorted, and each once")
def all_faults(kata: ModuleType) -> None:
    rows = [[1, "2"], "3", [True, None]]
    first = {"sku": 1, "quantity": None, "extra": {}}
    wrong = PARCEL | {"rows": rows, "first": first, "second": {}, "grams": "heavy", "width": 1}
    paths = ["first.extra", "first.quantity", "first.sku", "grams"]
    paths += ["rows[0][1]", "rows[1]", "rows[2][0]", "rows[2][1]", "second.sku", "width"]
    expect_faults(kata, Parcel, wrong, *paths)
    lines = [{"sku": 1}] * 12
    expect_faults(
        kata, Order, {"id": 1, "lines": lines}, *sorted(f"lines[{at}].sku" for at in range(12))
    )


@check("where a list or a dict is wanted, anything else is one fault")
def other_shapes(kata: ModuleType) -> None:
    for data in None, 7, "id", [], ["id", "lines"], [{}]:
        expect_faults(kata, Order, data, "")
    for value in {}, "ab", 7, None, {"0": {"sku": "A"}}:
        expect_faults(kata, Order, {"id": 1, "lines": value}, "lines")
    for value in [], "sku", None, 0, [["sku", "A"]]:
        expect_faults(kata, Parcel, PARCEL | {"first": value}, "first")


@check("an annotation may be a text")
def texts(kata: ModuleType) -> None:
    stock = ModuleType("stock")  # where the texts are looked up
    vars(stock)["Line"] = Line
    sys.modules[stock.__name__] = stock
    Spelt.__module__ = stock.__name__
    expect_parsed(kata, Spelt, {"height": 3, "tags": ["oak"]}, Spelt(3, ["oak"]))
    expect_parsed(kata, Spelt, {"height": 3, "tags": [], "note": None}, Spelt(3, [], None))
    expect_faults(kata, Spelt, {"height": "3", "tags": [3], "note": 3}, "height", "note", "tags[0]")
    rugs = [{"sku": "RUG"}]
    spelt = {"height": 3, "tags": [], "lines": rugs, "others": rugs}
    expect_parsed(kata, Spelt, spelt, Spelt(3, [], "none", [Line("RUG")], [Line("RUG")]))
    expect_faults(
        kata, Spelt, spelt | {"lines": [{}], "others": [{}]}, "lines[0].sku", "others[0].sku"
    )


@check("a dataclass is made only of values that fit")
def made_of_what_fits(kata: ModuleType) -> None:
    made.clear()
    good, bad = {"start": 9, "end": 17}, {"start": "9", "end": 17}
    expect_faults(kata, Span, bad, "start")
    expect_faults(kata, Span, {"start": 9}, "end")
    expect_faults(kata, Span, good | {"middle": 13}, "middle")
    expect_faults(kata, Week, {"spans": [bad], "name": "May"}, "spans[0].start")
    expect_faults(kata, Week, {"spans": [good], "name": None}, "name")
    what = "what was made of faulty values"
    expect(what, lambda: [each for each in made if each != (9, 17)], gives=[])
    week = attempt("parse(Week, ...)", lambda: kata.parse(Week, {"spans": [good], "name": "May"}))
    expect("parse(Week, ...).spans[0].end", lambda: week.spans[0].end, gives=17)
    expect("what its __post_init__ saw", lambda: (9, 17) in made, gives=True)
    nobody: dict[str, Any] = {"places": []}
    expect_error(f"parse(Ranking, {nobody})", lambda: kata.parse(Ranking, nobody), LookupError)


@check("the data is not changed")
def unchanged(kata: ModuleType) -> None:
    data = {"id": 7, "lines": [{"sku": "LAMP"}, {"sku": "RUG", "quantity": 2}]}
    before = copy.deepcopy(data)
    attempt(f"parse(Order, {data})", lambda: kata.parse(Order, data))
    expect("the data afterwards", lambda: data, gives=before)
    lines: dict[str, Any] = {"tags": ["oak"]}
    shelf = attempt(f"parse(Shelf, {lines})", lambda: kata.parse(Shelf, lines))
    expect("parse(Shelf, ...).tags", lambda: shelf.tags, gives=["oak"])
    places = {"places": [3, 1, 2]}
    ranking = attempt(f"parse(Ranking, {places})", lambda: kata.parse(Ranking, places))
    expect("parse(Ranking, ...).places", lambda: ranking.places, gives=[1, 2, 3])
    expect("the data of the Ranking afterwards", lambda: places, gives={"places": [3, 1, 2]})


if __name__ == "__main__":
    main()
