"""The contract of acme-orders: what its users rely on."""

from acme.orders.api import Memory, place, summary


def test_an_order_is_kept():
    memory = Memory()
    order = place(memory, "LAMP", 2)
    assert memory.orders == ({"sku": "LAMP", "quantity": 2, "cents": 3998},)
    assert summary(order) == "2 x LAMP"


def test_nothing_is_no_order():
    try:
        place(Memory(), "LAMP", 0)
    except ValueError:
        return
    raise AssertionError("ordered nothing")
