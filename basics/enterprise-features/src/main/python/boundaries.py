"""What Python lets a package do, and what the gate says without importing it."""

import importlib
import sys

import architecture


def prices_of_a_lamp():
    """The shop works: its domain goes to the database by itself, by three roads."""
    roads = ("pricing", "discounts", "offers")
    return {road: importlib.import_module(f"shop.domain.{road}").price("LAMP") for road in roads}


def imported_first(module):
    """Whether the shop starts, if this of its modules is the first to be imported."""
    forget("shop")
    try:
        importlib.import_module(module)
    except ImportError as error:
        return type(error).__name__
    return "starts"


def gate(package):
    """What the gate finds, and which modules of the package are imported once it has looked."""
    forget(package)
    found = {"violations": architecture.violations(package), "cycle": architecture.cycle(package)}
    return found | {"imported": loaded(package)}


def judged(package, rules):
    """What the gate finds in a package by other rules."""
    return architecture.violations(package, rules)


def orders_by_the_rule_of_its_domain():
    rule = architecture.MAY_NOT_IMPORT.get("orders.domain", [])
    return judged("orders", {"orders": rule})


def not_named_by_its_rule():
    """What `orders` has outside of its domain that the rule of the domain does not name."""
    rule = architecture.MAY_NOT_IMPORT.get("orders.domain", [])
    named = [*rule, "orders.domain"]
    modules = architecture.modules("orders")
    return [each for each in modules if not any(architecture.is_within(each, one) for one in named)]


def forget(package):
    for name in loaded(package):
        del sys.modules[name]


def loaded(package):
    return sorted(name for name in sys.modules if architecture.is_within(name, package))


if __name__ == "__main__":
    print("the shop's price of a lamp:", prices_of_a_lamp())
    print("shop.infra.audit imported first:", imported_first("shop.infra.audit"))
    print("shop.infra.ledger imported first:", imported_first("shop.infra.ledger"))
    for package in ("shop", "orders"):
        for what, found in gate(package).items():
            print(f"gate of {package}, {what}:", found)
