"""The same price rules as the Gang of Four draw them: an interface, and a class for each."""

from abc import ABC, abstractmethod


class PriceRule(ABC):
    @abstractmethod
    def total(self, cart):
        raise NotImplementedError


class ListPrice(PriceRule):
    def total(self, cart):
        return sum(pieces * cents for _, pieces, cents in cart)


class Bulk(PriceRule):
    def total(self, cart):
        return sum(pieces * cents * (9 if pieces >= 10 else 10) // 10 for _, pieces, cents in cart)


class ThreeForTwo(PriceRule):
    def total(self, cart):
        return sum((pieces - pieces // 3) * cents for _, pieces, cents in cart)


class Voucher(PriceRule):  # new rule
    def total(self, cart):
        return max(ListPrice().total(cart) - 500, 0)


class Till:
    def __init__(self, rule):
        self.rule = rule

    def invoice(self, cart):
        net = self.rule.total(cart)
        return {"net": net, "vat": net * 19 // 100}


if __name__ == "__main__":
    cart = [("LAMP", 12, 4999), ("DESK", 1, 29900)]
    for rule in ListPrice(), Bulk(), ThreeForTwo(), Voucher():
        print(type(rule).__name__, Till(rule).invoice(cart))
