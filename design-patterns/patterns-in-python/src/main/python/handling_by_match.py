"""The same operations, each a function with a `match`."""

from typing import assert_never

from events import (
    Paid,
    Placed,
    Refunded,  # new type
    Shipped,
)


def label(event):
    match event:
        case Placed():
            return "placed"
        case Paid():
            return "paid"
        case Shipped(carrier):
            return f"shipped by {carrier}"
        case Refunded():  # new type
            return "refunded"


def owed(event):
    match event:
        case Placed(cents):
            return cents
        case Paid(cents):
            return -cents
        case Shipped():
            return 0
        case Refunded(cents):  # new type
            return cents
        case _:
            assert_never(event)


def is_final(event):  # new operation
    match event:
        case Placed() | Paid():
            return False
        case Shipped():
            return True
        case Refunded():  # new type
            return True


if __name__ == "__main__":
    for event in Placed(4999), Paid(4999), Shipped("Swift"), Refunded(4999):
        print(event, "->", label(event), owed(event), is_final(event))
    print("an event that it does not know ->", label(None))
