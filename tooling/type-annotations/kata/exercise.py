"""check_call: what a call passes, held against the annotations of the function.

Python never compares an argument with its annotation. A library that wants to (a command line, a
task queue, a web framework) has to read the annotations itself. Write that check:

    check_call(fn, args, kwargs)
        `fn` is a function or a method, `args` the list of the positional arguments, `kwargs` the
        dict of the others. Returns the list of what does not fit: for each, a tuple of its path and
        the value itself. An empty list: everything fits. `fn` is never called.
        If Python would refuse the call because of the number or the names of its arguments,
        the list is [("", "call")], and nothing else is checked.

What fits each annotation:

    none, Any, object       everything
    int, str, bool, bytes   a value of exactly this type: True is no int
    float                   a float or an int, but no bool
    None                    None
    list[T]                 a list in which each item fits T
    dict[K, V]              a dict in which each key fits K and each value fits V
    Literal["a", 1]         one of these, and of the same type: True is not 1
    A | B, Optional, Union  what fits one of them
    a Protocol              an object that has each method that the Protocol's own body defines,
                            with the same names of parameters in the same order; names that
                            begin with an underscore do not count
    another class           an instance of it
    list, dict              an instance of it, whatever is in it

T, K and V are any of these.

An annotation, or a part of it, may be a text: "list[Parcel]". The names in it are those of the
module in which `fn` was defined, as `fn` sees them (its globals).

Paths: of an argument, the name of its parameter; of the second item of a list, the list's path and
"[1]"; of the value and of the key of "LAMP" in a dict, the dict's path and "['LAMP']", the key in
repr. For `*rest: T` each further positional argument has to fit T, and its path is "rest[0]" and
so on; for `**more: T` each further named one, with the path "more['LAMP']". What does not fit a
union is one entry with the path of the whole value. What is no list, or no dict, is one entry as
well.

The entries are in the order of the parameters, and within a list or dict in its order, a key before
its value. A default that the call does not replace is not checked.

For example:

    >>> def ship(sku: str, count: int = 1, *, tags: list[str] | None = None) -> str: ...
    >>> check_call(ship, ["LAMP"], {"count": 2, "tags": ["fragile"]})
    []
    >>> check_call(ship, ["LAMP", True], {"tags": ["fragile", 7]})
    [('count', True), ('tags', ['fragile', 7])]
    >>> def pack(items: list[str], prices: dict[str, float]) -> None: ...
    >>> check_call(pack, [["LAMP", 7, None], {"LAMP": "much"}], {})
    [('items[1]', 7), ('items[2]', None), ("prices['LAMP']", 'much')]
    >>> check_call(ship, [], {"count": "two"})
    [('', 'call')]

Check yourself with ./kata practice type-annotations,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

import inspect  # noqa: F401
from collections.abc import Callable
from types import UnionType  # noqa: F401
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints  # noqa: F401

Problem = tuple[str, object]


def check_call(fn: Callable[..., object], args: list[Any], kwargs: dict[str, Any]) -> list[Problem]:
    raise NotImplementedError("check_call is yours to write")
