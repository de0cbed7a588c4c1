"""Two hundred carts through the three forms of the price rules."""

from itertools import chain

import pricing
import pricing_by_class
import pricing_by_name
from counting import before, having

RULES = {
    "list_price": pricing_by_class.ListPrice(),
    "bulk": pricing_by_class.Bulk(),
    "three_for_two": pricing_by_class.ThreeForTwo(),
    "voucher": pricing_by_class.Voucher(),
}


def carts():
    """Two hundred, the same each time: of one or two lines, with 1 to 29 pieces each."""
    lamps = [("LAMP", 7 * number % 29 + 1, 97 + 13 * number) for number in range(200)]
    desks = [("DESK", 11 * number % 29 + 1, 29900 - number) for number in range(200)]
    return [[lamp, desk][: 1 + lamp[1] % 2] for lamp, desk in zip(lamps, desks, strict=True)]


def invoices(form):
    """All invoices of one form of the rules: one list a rule."""
    ways = {
        "functions": lambda name, cart: pricing.invoice(cart, getattr(pricing, name)),
        "classes": lambda name, cart: pricing_by_class.Till(RULES[name]).invoice(cart),
        "names": lambda name, cart: pricing_by_name.invoice(cart, name),
    }
    return [[ways[form](name, cart) for cart in carts()] for name in RULES]


def that_agree():
    """How many invoices are the same in all three forms."""
    forms = [list(chain(*invoices(form))) for form in ("functions", "classes", "names")]
    return sum(len({str(invoice) for invoice in same}) == 1 for same in zip(*forms, strict=True))


def sums():
    """What all 200 carts cost by each rule: the carts are what they were, and the rules differ."""
    return [sum(invoice["net"] for invoice in each) for each in invoices("functions")]


def totals_of_a_cart():
    """Of twelve lamps and a desk, by each rule: they do differ."""
    cart = [("LAMP", 12, 4999), ("DESK", 1, 29900)]
    return [pricing.invoice(cart, getattr(pricing, name))["net"] for name in RULES]


def with_a_parameter():
    return pricing.invoice([("LAMP", 1, 4999)], pricing.percent_off(15))


def of_a_small_cart():
    """What a voucher leaves of 3 EUR, in each form."""
    cart = [("PEN", 3, 100)]
    return [
        pricing.voucher(cart),
        pricing_by_class.Voucher().total(cart),
        pricing_by_name.total(cart, "voucher"),
    ]


def by_default():
    """Of the two forms that have one."""
    cart = [("LAMP", 1, 4999)]
    return [pricing.invoice(cart), pricing_by_name.invoice(cart)]


def before_the_voucher():
    """A cart by an old rule before the change; and of the new rule, what there is then and now."""
    cart = [("LAMP", 12, 4999), ("DESK", 1, 29900)]
    functions, classes, names = (
        before("rule", module)[module]
        for module in ("pricing", "pricing_by_class", "pricing_by_name")
    )
    return [
        [functions.bulk(cart), *having("voucher", functions, pricing)],
        [classes.Bulk().total(cart), *having("Voucher", classes, pricing_by_class)],
        [
            names.total(cart, "bulk"),
            *(refusal(form.total, cart, "voucher") for form in (names, pricing_by_name)),
        ],
    ]


def refusals():
    """An unknown name, and a class of rules without the one method."""
    return [
        refusal(pricing_by_name.invoice, [], "free"),
        refusal(type("NoRule", (pricing_by_class.PriceRule,), {})),
    ]


def refusal(action, *arguments):
    try:
        return action(*arguments) and None
    except Exception as error:
        return type(error).__name__


if __name__ == "__main__":
    print("invoices that agree:", that_agree(), "of", len(RULES) * len(carts()))
    print("twelve lamps and a desk:", totals_of_a_cart())
