"""Generics by PEP 695 at run time: names are looked up late, and nothing is checked."""

# requires Python 3.12

from typing import TypeVar, get_args

ASKED: list[str] = []


def noted(name: str) -> type:
    ASKED.append(name)
    return int


class Shelf[Item: noted("bound")]:
    def __init__(self, first: Item) -> None:
        self.first = first


type Tree = list[Tree]
type Ids = list[noted("alias")]


def evaluated() -> list[list[str]]:
    """What has been asked for: after the definitions, after looking at the bound, at the alias."""
    so_far = [list(ASKED)]
    (item,) = Shelf.__type_params__
    for look in lambda: item.__bound__, lambda: Ids.__value__:
        look()
        so_far.append(list(ASKED))
    return so_far


def old_bound() -> list[str]:
    """The same for a TypeVar made by hand: its bound is evaluated at once."""
    before = len(ASKED)
    TypeVar("Item", bound=noted("by hand"))
    return ASKED[before:]


def erased() -> list[object]:
    """A shelf of texts that is said to hold ints: what it is, what it holds, what it says it is."""
    shelf = Shelf[int]("RUG")  # no checker is asked about this file
    said = [kind.__name__ for kind in get_args(shelf.__orig_class__)]
    return [type(shelf).__name__, shelf.first, said]


def refused() -> list[str]:
    """What `isinstance` says of a generic with its argument, and of an alias."""
    return [outcome(kind) for kind in (Shelf, Shelf[int], Ids)]


def outcome(kind) -> str:
    try:
        return str(isinstance([], kind))
    except TypeError as error:
        return type(error).__name__


if __name__ == "__main__":
    print("evaluated when defined, when asked for the bound, for the alias:", evaluated())
    print("an alias that needs itself:", Tree.__value__)
    print("Shelf[int]('RUG'):", erased())
    print("isinstance([], Shelf), Shelf[int], Ids:", refused())
