"""Django's ORM lists orders with their customers: how many queries is that?"""

from __future__ import annotations

from typing import Any

import django.core.exceptions
from django.conf import settings
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

if not settings.configured:
    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    )
    django.setup()


class Customer(models.Model):
    name = models.TextField()

    class Meta:
        app_label = "rows"


class Order(models.Model):
    customer = models.ForeignKey(Customer, models.CASCADE, related_name="orders")
    sku = models.TextField()

    class Meta:
        app_label = "rows"


def prepare(number: int, customers: int) -> None:
    with connection.schema_editor() as editor:
        for model in (Customer, Order):
            editor.create_model(model)
    there = [Customer.objects.create(name=f"customer {each}") for each in range(customers)]
    for each in range(number):
        Order.objects.create(customer=there[each % customers], sku=f"SKU-{each}")


def forget() -> None:
    with connection.schema_editor() as editor:
        for model in (Order, Customer):
            editor.delete_model(model)


def lines(orders: Any) -> list[str]:
    return [f"{order.sku} for {order.customer.name}" for order in orders]


def of_customers(customers: Any) -> list[str]:
    return [f"{order.sku} for {each.name}" for each in customers for order in each.orders.all()]


def blocked() -> list[str]:
    """FETCH_RAISE, new in Django 6.1, forbids what is lazy."""
    try:
        return lines(Order.objects.fetch_mode(models.FETCH_RAISE))
    except django.core.exceptions.FieldFetchBlocked as error:
        return [type(error).__name__]


def queries(number: int, customers: int) -> dict[str, list[Any]]:
    """The number of queries by each way, and what it lists."""
    prepare(number, customers)
    ways = {
        "lazy": lambda: lines(Order.objects.all()),
        "select_related": lambda: lines(Order.objects.select_related("customer")),
        "prefetch_related": lambda: lines(Order.objects.prefetch_related("customer")),
        "lazy, backwards": lambda: of_customers(Customer.objects.all()),
        "prefetched, backwards": lambda: of_customers(Customer.objects.prefetch_related("orders")),
        "keys": lambda: [order.customer_id for order in Order.objects.all()],
    }
    if django.VERSION >= (6, 1):
        ways["blocked"] = blocked
    counted = {}
    for name, way in ways.items():
        with CaptureQueriesContext(connection) as captured:
            listed = way()
        counted[name] = [len(captured), sorted(listed)]
    forget()
    return counted


if __name__ == "__main__":
    for name, (number, listed) in queries(25, 25).items():
        print(f"{name}: {number} queries for {len(listed)} lines, the first is {listed[0]}")
