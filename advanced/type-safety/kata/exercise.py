"""parse: what JSON brings becomes a dataclass, or one error that names every fault.

Types are not checked at run time, so a program checks once, where data enters. Write that check:

    parse(kind, data)
        `kind` is a dataclass; `data` is what json.loads has made of somebody's text.
        If `data` fits, returns an instance of `kind`. If not, raises ValueError with one
        argument: the sorted list of the paths of all that is wrong.
        What a __post_init__ raises is no fault of these: it goes on to the caller as it is.

What fits each type, and the path of a fault; the path of `data` itself is "":

    int, str, bool      a value of exactly this type: True is no int
    float               a float or an int, but no bool; an int stays an int
    list[T]             a list in which each item fits T; the path of the first item is
                        the list's path and "[0]"
    T | None            None, and what fits T; None | T and Optional[T] are the same
    a dataclass         a dict in which the value of each key fits the field of that name. The path
                        of a field is the dataclass's path, ".", and its name: "lines[0].sku"; of a
                        field of `kind`, the name alone: "lines". An unknown key and a missing
                        field are faults too, with the same kind of path. A field may be missing
                        if it has a default or a default_factory.

T is any of these. Something else in the place of a list or a dict is one fault, with its own
path, and nothing in it is another one. Keys are names: none has a dot or a bracket in it.

A dataclass may inherit fields, and may have slots. A field with init=False is not for data: its
name is an unknown key. An annotation, or a part of it, may be a string: "list[Line]".

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
changed, and a list in it is not the list of the dataclass: __post_init__ may sort its own.

Check yourself with ./kata practice type-safety,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from dataclasses import MISSING, fields, is_dataclass  # noqa: F401
from types import UnionType  # noqa: F401
from typing import TypeVar, Union, get_args, get_origin, get_type_hints  # noqa: F401

T = TypeVar("T")


def parse(kind: type[T], data: object) -> T:
    raise NotImplementedError("parse is yours to write")
