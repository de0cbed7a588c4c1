"""parse: what JSON brings becomes a dataclass, or one error that names every fault.

Types are not checked at run time, so a program checks once, where data enters. Write that check:

    parse(kind, data)
        `kind` is a dataclass; `data` is what json.loads has made of somebody's text.
        If `data` fits, returns an instance of `kind`. If not, raises ValueError with one
        argument: the sorted list of the paths of all that is wrong.

What fits what, and the path of what does not, beginning with "" for `data` itself:

    int, str, bool      a value of exactly this type: True is no int
    float               a float or an int, which stays what it is
    list[T]             a list in which each item fits T; the path of the first item is
                        the list's path and "[0]"
    T | None            None, and what fits T; Optional[T] is the same
    a dataclass         a dict whose keys are names of fields, in which the value of each key
                        fits the field; a field may be missing if it has a default, or a
                        default_factory. The path of a field is the dataclass's path, ".", and its
                        name; of a field of `kind`, the name alone. A key that is no field is
                        wrong, and so is a field that is missing: their paths are made alike.

T is any of these. Where a list or a dict is wanted and something else is there, the path of that
is the only one. An annotation may be the text of one: "list[int]".

For example:

    >>> @dataclass
    ... class Line:
    ...     sku: str
    ...     quantity: int = 1
    >>> @dataclass
    ... class Order:
    ...     id: int
    ...     lines: list[Line]
    ...     note: str | None = None
    >>> parse(Order, {"id": 7, "lines": [{"sku": "LAMP", "quantity": 2}, {"sku": "DESK"}]})
    Order(id=7, lines=[Line(sku='LAMP', quantity=2), Line(sku='DESK', quantity=1)], note=None)
    >>> parse(Order, {"lines": [{"sku": "LAMP", "quantity": "2"}], "note": 5})
    Traceback (most recent call last):
    ValueError: ['id', 'lines[0].quantity', 'note']

A dataclass is made only of values that fit: its __post_init__ may rely on that. `data` is never
changed.

Check yourself with ./kata practice type-safety,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from typing import TypeVar

T = TypeVar("T")


def parse(kind: type[T], data: object) -> T:
    raise NotImplementedError("parse is yours to write")
