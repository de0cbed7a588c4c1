"""The same operations as visitors: each event calls the visitor's method for its type."""

from abc import ABC, abstractmethod

import events


class Placed(events.Placed):
    def accept(self, visitor):
        return visitor.placed(self)


class Paid(events.Paid):
    def accept(self, visitor):
        return visitor.paid(self)


class Shipped(events.Shipped):
    def accept(self, visitor):
        return visitor.shipped(self)


class Refunded(events.Refunded):  # new type
    def accept(self, visitor):
        return visitor.refunded(self)


class Visitor(ABC):
    @abstractmethod
    def placed(self, event):
        raise NotImplementedError

    @abstractmethod
    def paid(self, event):
        raise NotImplementedError

    @abstractmethod
    def shipped(self, event):
        raise NotImplementedError

    @abstractmethod
    def refunded(self, event):  # new type
        raise NotImplementedError


class Label(Visitor):
    def placed(self, event):
        return "placed"

    def paid(self, event):
        return "paid"

    def shipped(self, event):
        return f"shipped by {event.carrier}"

    def refunded(self, event):  # new type
        return "refunded"


class Owed(Visitor):
    def placed(self, event):
        return event.cents

    def paid(self, event):
        return -event.cents

    def shipped(self, event):
        return 0

    def refunded(self, event):  # new type
        return event.cents


class IsFinal(Visitor):  # new operation
    def placed(self, event):
        return False

    def paid(self, event):
        return False

    def shipped(self, event):
        return True

    def refunded(self, event):  # new type
        return True


if __name__ == "__main__":
    for event in Placed(4999), Paid(4999), Shipped("Swift"), Refunded(4999):
        print(event, "->", *(event.accept(visitor()) for visitor in (Label, Owed, IsFinal)))
