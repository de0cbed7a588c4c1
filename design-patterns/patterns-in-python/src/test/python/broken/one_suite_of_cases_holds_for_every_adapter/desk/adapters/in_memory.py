"""It hands out its own orders, and does not keep a copy for itself."""


class InMemoryOrders(InMemoryOrders):
    def get(self, number):
        super().get(number)
        return self.orders[number]
