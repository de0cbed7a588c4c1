"""Operations on events by `singledispatch`: types and operations can both be added from outside."""

from functools import singledispatch

from events import (
    Paid,
    Placed,
    Refunded,  # new type
    Shipped,
)


@singledispatch
def label(event):
    raise TypeError(f"no label for {type(event).__name__}")


@label.register
def label_of_placed(event: Placed):
    return "placed"


@label.register
def label_of_paid(event: Paid):
    return "paid"


@label.register
def label_of_shipped(event: Shipped):
    return f"shipped by {event.carrier}"


@label.register
def label_of_refunded(event: Refunded):  # new type
    return "refunded"


@singledispatch
def owed(event):
    raise TypeError(f"what {type(event).__name__} changes is not known")


@owed.register
def owed_when_placed(event: Placed):
    return event.cents


@owed.register
def owed_when_paid(event: Paid):
    return -event.cents


@owed.register
def owed_when_shipped(event: Shipped):
    return 0


@owed.register
def owed_when_refunded(event: Refunded):  # new type
    return event.cents


@singledispatch
def is_final(event):  # new operation
    raise TypeError(f"whether {type(event).__name__} is final is not known")


@is_final.register
def placed_is_not_final(event: Placed):  # new operation
    return False


@is_final.register
def paid_is_not_final(event: Paid):  # new operation
    return False


@is_final.register
def shipped_is_final(event: Shipped):  # new operation
    return True


@is_final.register
def refunded_is_final(event: Refunded):  # new type, # new operation
    return True


if __name__ == "__main__":
    for event in Placed(4999), Paid(4999), Shipped("Swift"), Refunded(4999):
        print(event, "->", label(event), owed(event), is_final(event))
