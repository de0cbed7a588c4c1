"""What the desk does, whatever keeps its orders."""

from desk.domain import Order, Orders


def place(orders: Orders, number: str, customer: str, cents: int) -> None:
    if cents < 0:
        raise ValueError(f"an order of {cents} cents")
    orders.add(Order(number, customer, cents))


def ship(orders: Orders, number: str) -> None:
    order = orders.get(number)
    order.shipped = True
    orders.save(order)


def waiting(orders: Orders, customer: str) -> int:
    """The cents of what a customer still waits for."""
    return sum(order.cents for order in orders.of_customer(customer) if not order.shipped)
