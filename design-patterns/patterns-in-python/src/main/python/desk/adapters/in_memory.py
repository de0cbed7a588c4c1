"""Orders in a dict. It gives and takes copies, as a database does."""

from dataclasses import replace

from desk.domain import Taken, Unknown


class InMemoryOrders:
    def __init__(self):
        self.orders = {}

    def add(self, order):
        if order.number in self.orders:
            raise Taken(order.number)
        self.orders[order.number] = replace(order)

    def get(self, number):
        if number not in self.orders:
            raise Unknown(number)
        return replace(self.orders[number])

    def save(self, order):
        if order.number not in self.orders:
            raise Unknown(order.number)
        self.orders[order.number] = replace(order)

    def of_customer(self, customer):
        return [
            replace(order) for _, order in sorted(self.orders.items()) if order.customer == customer
        ]
