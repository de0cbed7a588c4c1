"""What every adapter of the port `desk.domain.Orders` must do: twelve cases, one suite."""

import importlib
import re
import sys
from dataclasses import replace
from functools import partial

from desk import use_cases
from desk.domain import Order, Taken, Unknown

cases = []


def case(function):
    cases.append(function)
    return function


def opened(adapter):
    """A new and empty one."""
    if adapter == "in memory":
        return importlib.import_module("desk.adapters.in_memory").InMemoryOrders()
    if adapter == "sqlite3":
        return importlib.import_module("desk.adapters.in_sqlite").SqliteOrders()
    if adapter == "JDBC":  # new database
        return importlib.import_module("desk.adapters.in_java").in_memory()
    raise ValueError(f"no adapter is called {adapter}")


def refusal(action, *arguments):
    """The name of the exception; one of Java's is no Exception of Python's."""
    try:
        action(*arguments)
    except BaseException as error:
        return type(error).__name__
    return None


LAMP = Order("A-1", "Ada", 4999)
DESK = Order("A-2", "Ada", 29900, True)


@case
def a_new_one_is_empty(orders):
    return list(orders.of_customer("Ada")) == []


@case
def an_unknown_number_is_refused(orders):
    orders.add(LAMP)
    return refusal(orders.get, "A-2") == Unknown.__name__


@case
def what_was_added_comes_back(orders):
    orders.add(LAMP)
    orders.add(DESK)
    return [orders.get("A-1"), orders.get("A-2")] == [LAMP, DESK]


@case
def it_comes_back_as_an_order_of_python_types(orders):
    orders.add(LAMP)
    found = orders.get("A-1")
    return [type(found), *map(type, vars(found).values())] == [Order, str, str, int, bool]


@case
def a_taken_number_is_refused_and_the_first_stays(orders):
    orders.add(LAMP)
    refused = refusal(orders.add, replace(LAMP, customer="Bob"))
    return refused == Taken.__name__ and orders.get("A-1") == LAMP


@case
def a_change_that_is_saved_is_there(orders):
    orders.add(LAMP)
    orders.add(DESK)
    lamp = replace(LAMP, customer="Eve", cents=DESK.cents, shipped=True)
    desk = replace(DESK, customer="Eve", cents=LAMP.cents, shipped=False)
    orders.save(lamp)
    found = [orders.get("A-1"), orders.get("A-2")]
    orders.save(desk)
    return [*found, orders.get("A-1"), orders.get("A-2")] == [lamp, DESK, lamp, desk]


@case
def a_change_that_is_not_saved_is_not_there(orders):
    orders.add(LAMP)
    orders.get("A-1").cents = 0
    next(iter(orders.of_customer("Ada"))).cents = 0
    return orders.get("A-1") == LAMP


@case
def a_change_after_adding_or_saving_is_not_there(orders):
    given = replace(LAMP)
    orders.add(given)
    given.cents = 5999
    before = orders.get("A-1").cents
    orders.save(given)
    given.cents = 0
    return [before, orders.get("A-1").cents] == [4999, 5999]


@case
def saving_an_unknown_order_is_refused_and_adds_nothing(orders):
    refused = refusal(orders.save, LAMP)
    return refused == Unknown.__name__ and refusal(orders.get, "A-1") == Unknown.__name__


@case
def a_list_has_one_customers_orders_by_number(orders):
    """Of which the first is dearer, and shipped already; another customer has a similar name."""
    first, second = replace(DESK, number="A-3"), replace(LAMP, number="A-4")
    for order in second, replace(LAMP, customer="Ada L."), first:
        orders.add(order)
    return list(orders.of_customer(LAMP.customer)) == [first, second]


@case
def any_text_is_a_text(orders):
    odd = replace(LAMP, number=" Ä-1'; DROP TABLE orders; --", customer="  ")
    nameless = replace(LAMP, customer="")
    orders.add(odd)
    orders.add(nameless)
    lists = [list(orders.of_customer(customer)) for customer in ("  ", "")]
    return orders.get(odd.number) == odd and lists == [[odd], [nameless]]


@case
def a_large_amount_keeps_its_last_cent(orders):
    """One that neither 32 bits nor a float can hold."""
    large = replace(LAMP, cents=2**53 + 1)
    orders.add(large)
    return orders.get("A-1") == large


def on_a_new_one(make, use):
    orders = make()
    try:
        return use(orders)
    finally:
        if hasattr(orders, "close"):
            orders.close()


def holds(orders, each):
    """An exception fails one case and not the suite."""
    try:
        return each(orders)
    except Exception:
        return False


def failing(make):
    """The names of the cases that fail: each gets a repository of its own."""
    return [each.__name__ for each in cases if not on_a_new_one(make, partial(holds, each=each))]


def failed(adapter):
    return failing(partial(opened, adapter))


def passed(adapter):
    make = partial(opened, adapter)
    return sum(on_a_new_one(make, partial(holds, each=each)) for each in cases)


def on_java(function):
    """What a function of this module gives for the Java object, or why there is none."""
    try:
        return {"passed": passed, "failed": failed, "a_day": a_day}[function]("JDBC")
    except ModuleNotFoundError as error:
        return type(error).__name__


def loads(module):
    """The databases and adapters that importing a module loads, if nothing of the desk is yet."""
    desk_or_database = re.compile(r"sqlite3|desk(\..*)?").fullmatch
    aside = {name: sys.modules.pop(name) for name in filter(desk_or_database, list(sys.modules))}
    try:
        importlib.import_module(module)
        return sorted(filter(re.compile(r"sqlite3|desk\.adapters\..*").fullmatch, sys.modules))
    finally:
        for name in list(filter(desk_or_database, sys.modules)):
            del sys.modules[name]
        sys.modules.update(aside)


def a_day(adapter):
    """The use cases: what Ada waits for, the same after shipping one, and what is refused."""
    return on_a_new_one(partial(opened, adapter), day_at_the_desk)


def day_at_the_desk(orders):
    use_cases.place(orders, "A-1", "Ada", 4999)
    use_cases.place(orders, "A-2", "Ada", 3000)
    waiting = [use_cases.waiting(orders, "Ada")]
    use_cases.ship(orders, "A-1")
    waiting.append(use_cases.waiting(orders, "Ada"))
    refused = [
        refusal(use_cases.place, orders, "A-1", "Bob", 1),
        refusal(use_cases.ship, orders, "A-9"),
        refusal(use_cases.place, orders, "A-3", "Ada", -1),
        refusal(orders.get, "A-3"),
    ]
    use_cases.place(orders, "A-4", "Ada", 0)
    return [*waiting, *refused, orders.get("A-4").cents]


if __name__ == "__main__":
    for adapter in "in memory", "sqlite3":
        print(f"{adapter}: {passed(adapter)} of {len(cases)} cases, a day: {a_day(adapter)}")
    print("on a JVM there is a third one: run the demonstration")
