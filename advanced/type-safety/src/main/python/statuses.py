"""A match that forgets a member: what happens then, and who says so."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import assert_never


class Status(Enum):
    OPEN = "open"
    PAID = "paid"
    LOST = "lost"  # added last, and forgotten by two of the three below


def silent(status: Status, outbox: list[str]) -> None:
    match status:
        case Status.OPEN:
            outbox.append("please pay")
        case Status.PAID:
            outbox.append("thank you")


def loud(status: Status, outbox: list[str]) -> None:
    match status:
        case Status.OPEN:
            outbox.append("please pay")
        case Status.PAID:
            outbox.append("thank you")
        case _:
            assert_never(status)


def complete(status: Status, outbox: list[str]) -> None:
    match status:
        case Status.OPEN:
            outbox.append("please pay")
        case Status.PAID:
            outbox.append("thank you")
        case Status.LOST:
            outbox.append("we are sorry")
        case _:
            assert_never(status)


def returning(status: Status) -> str:
    match status:
        case Status.OPEN:
            return "please pay"
        case Status.PAID:
            return "thank you"


WAYS: dict[str, Callable[[Status, list[str]], None]] = {
    "silent": silent,
    "loud": loud,
    "complete": complete,
}


def sent(way: str, status: str) -> list[str]:
    """The outbox afterwards, or what was raised."""
    outbox: list[str] = []
    try:
        WAYS[way](Status(status), outbox)
    except AssertionError as error:
        return [type(error).__name__]
    return outbox


if __name__ == "__main__":
    for way in WAYS:
        print(f"{way}, for a lost parcel:", sent(way, "lost"))
