"""Fakes of a repository as people write them, each with one mistake: which cases notice it?"""

from dataclasses import replace

from contract import failing
from desk.adapters.in_memory import InMemoryOrders
from desk.domain import Order, Taken, Unknown


class HandsOutItsOwn(InMemoryOrders):
    """With it, nobody misses a `save`."""

    def get(self, number):
        super().get(number)
        return self.orders[number]


class ListsItsOwn(InMemoryOrders):
    def of_customer(self, customer):
        return [self.orders[order.number] for order in super().of_customer(customer)]


class KeepsWhatIsAdded(InMemoryOrders):
    def add(self, order):
        super().add(order)
        self.orders[order.number] = order


class KeepsWhatIsSaved(InMemoryOrders):
    def save(self, order):
        super().save(order)
        self.orders[order.number] = order


class Overwrites(InMemoryOrders):
    def add(self, order):
        self.orders[order.number] = replace(order)


class RefusesTooLate(InMemoryOrders):
    def add(self, order):
        taken = order.number in self.orders
        self.orders[order.number] = replace(order)
        if taken:
            raise Taken(order.number)


class SavesWhatIsUnknown(InMemoryOrders):
    def save(self, order):
        self.orders[order.number] = replace(order)


class RefusesAndSaves(InMemoryOrders):
    def save(self, order):
        unknown = order.number not in self.orders
        self.orders[order.number] = replace(order)
        if unknown:
            raise Unknown(order.number)


class SavesNothing(InMemoryOrders):
    def save(self, order):
        super().get(order.number)


class ForgetsThatItIsShipped(InMemoryOrders):
    def get(self, number):
        return replace(super().get(number), shipped=False)


class NeverUnknown(InMemoryOrders):
    def get(self, number):
        return super().get(number if number in self.orders else next(iter(self.orders), number))


class Unsorted(InMemoryOrders):
    def of_customer(self, customer):
        orders = [self.get(number) for number in self.orders]
        return [order for order in orders if order.customer == customer]


class ListsEverybody(InMemoryOrders):
    def of_customer(self, customer):
        return [self.get(number) for number in sorted(self.orders)]


class SortedByCents(InMemoryOrders):
    def of_customer(self, customer):
        return sorted(super().of_customer(customer), key=lambda order: order.cents)


class SortedByShipped(InMemoryOrders):
    def of_customer(self, customer):
        return sorted(super().of_customer(customer), key=lambda order: order.shipped)


class AlwaysShips(InMemoryOrders):
    def save(self, order):
        super().save(replace(order, shipped=True))


class StripsNumbers(InMemoryOrders):
    def add(self, order):
        super().add(replace(order, number=order.number.strip()))

    def get(self, number):
        return super().get(number.strip())


class StripsCustomers(InMemoryOrders):
    def add(self, order):
        super().add(replace(order, customer=order.customer.strip()))


class CutsCustomers(InMemoryOrders):
    def add(self, order):
        super().add(replace(order, customer=order.customer[:3]))

    def of_customer(self, customer):
        return super().of_customer(customer[:3])


class LooksForLowerCase(InMemoryOrders):
    """It raises where no case expects it."""

    def get(self, number):
        return super().get(number.lower())


class ListsNobodyWithoutAName(InMemoryOrders):
    def of_customer(self, customer):
        return super().of_customer(customer) if customer else []


class CountsInFloats(InMemoryOrders):
    def get(self, number):
        order = super().get(number)
        return replace(order, cents=float(order.cents))


class BeginsFull(InMemoryOrders):
    def __init__(self):
        super().__init__()
        self.add(Order("Z-9", "Ada", 1))


FAKES = (
    HandsOutItsOwn,
    ListsItsOwn,
    KeepsWhatIsAdded,
    KeepsWhatIsSaved,
    Overwrites,
    RefusesTooLate,
    SavesWhatIsUnknown,
    RefusesAndSaves,
    SavesNothing,
    ForgetsThatItIsShipped,
    NeverUnknown,
    Unsorted,
    ListsEverybody,
    SortedByCents,
    SortedByShipped,
    AlwaysShips,
    StripsNumbers,
    StripsCustomers,
    CutsCustomers,
    LooksForLowerCase,
    ListsNobodyWithoutAName,
    CountsInFloats,
    BeginsFull,
)


def noticed():
    """The cases that fail, by the fake that makes them fail."""
    return {fake.__name__: failing(fake) for fake in FAKES}


if __name__ == "__main__":
    for fake, failures in noticed().items():
        print(f"{fake}: {failures}")
