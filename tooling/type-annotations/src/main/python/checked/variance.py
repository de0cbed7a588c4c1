"""A shelf that only hands out: may a shelf of novels stand where a shelf of books is wanted?"""

from typing import Generic, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Book: ...


class Novel(Book): ...


class OldShelf(Generic[T]):  # noqa: UP046
    def __init__(self, first: T) -> None:
        self._first = first

    def first(self) -> T:
        return self._first


class DeclaredShelf(Generic[T_co]):  # noqa: UP046
    def __init__(self, first: T_co) -> None:
        self._first = first

    def first(self) -> T_co:
        return self._first


class NewShelf[Item]:
    def __init__(self, first: Item) -> None:
        self._first = first

    def first(self) -> Item:
        return self._first


class PublicShelf[Item]:
    def __init__(self, first: Item) -> None:
        self.first = first


class OpenShelf[Item]:
    def __init__(self, first: Item) -> None:
        self._first = first

    def put(self, item: Item) -> None:
        self._first = item


def count[Item: Book](shelf: NewShelf[Item]) -> Item:
    return shelf.first()


# bug: TypeVar
def old(shelf: OldShelf[Novel]) -> OldShelf[Book]:
    return shelf


# bug: TypeVar(covariant=True)
def declared(shelf: DeclaredShelf[Novel]) -> DeclaredShelf[Book]:
    return shelf


# bug: class NewShelf[Item]
def new(shelf: NewShelf[Novel]) -> NewShelf[Book]:
    return shelf


# bug: class OpenShelf[Item], which has put
def open_shelf(shelf: OpenShelf[Novel]) -> OpenShelf[Book]:
    return shelf


# bug: class PublicShelf[Item], whose item can be assigned
def public(shelf: PublicShelf[Novel]) -> PublicShelf[Book]:
    return shelf


# bug: a bound
def bound(shelf: NewShelf[str]) -> str:
    return count(shelf)
