"""The three forms of the operations on events, on the same events and on unknown ones."""

import events
import handling
import handling_by_match
import handling_by_visitor
from counting import before, having
from events import Placed, Shipped


def unknown():
    """An event of a type that nothing here knows: a new type at each call."""
    return type("Returned", (), {})()


def results(form):
    """Label, owed and is_final of four events."""
    types = handling_by_visitor if form == "visitor" else events
    four = [
        types.Placed(4999),
        types.Paid(4999),
        types.Shipped("Swift"),
        types.Refunded(100),
    ]
    operations = {
        "singledispatch": [handling.label, handling.owed, handling.is_final],
        "match": [handling_by_match.label, handling_by_match.owed, handling_by_match.is_final],
        "visitor": [
            lambda event: event.accept(handling_by_visitor.Label()),
            lambda event: event.accept(handling_by_visitor.Owed()),
            lambda event: event.accept(handling_by_visitor.IsFinal()),
        ],
    }[form]
    return [[operation(event) for operation in operations] for event in four]


def before_refunds():
    """What each form said of a type before there were four; is the fourth there then, and now?"""
    said = []
    for form in "handling", "handling_by_match":
        made = before("type", "events", form)
        types, operations = made["events"], made[form]
        owes = operations.owed(types.Paid(4999))
        said.append([owes, *having("Refunded", types, events)])
    visitor = before("type", "events", "handling_by_visitor")["handling_by_visitor"]
    owed = visitor.Paid(4999).accept(visitor.Owed())
    return [*said, [owed, *having("Refunded", visitor, handling_by_visitor)]]


def outcome(operation, event):
    try:
        return operation(event)
    except Exception as error:
        return type(error).__name__


def of_an_unknown_type():
    """By singledispatch, by a match, and by a match that ends in assert_never."""
    forms = handling.label, handling_by_match.label, handling_by_match.owed
    return [outcome(operation, unknown()) for operation in forms]


def of_a_visitor_that_forgets():
    """Visitors that lack a method each: what making one gives; and an event without `accept`."""
    made = []
    for name in "placed", "paid", "shipped", "refunded":
        missing = {name: getattr(handling_by_visitor.Visitor, name)}
        forgetful = type("Forgetful", (handling_by_visitor.Label,), missing)
        made.append(outcome(lambda make: type(make()).__name__, forgetful))
    return [*made, outcome(lambda event: event.accept(handling_by_visitor.Label()), unknown())]


def of_an_assignment():
    """To an event of each type: they are frozen."""
    types = events.Placed, events.Paid, events.Shipped, events.Refunded
    return [outcome(lambda event: setattr(event, "cents", 0), each(1)) for each in types]


def registered_from_here():
    """The label of an unknown type and of a subclass, before they are registered here and after."""
    two = unknown(), type("Express", (Shipped,), {})("Swift")
    before = [outcome(handling.label, event) for event in two]
    handling.label.register(type(two[0]), lambda event: "returned")
    handling.label.register(type(two[1]), lambda event: "express")
    after = [outcome(handling.label, event) for event in (*two, Placed(1))]
    return {"before": before, "after": after}


if __name__ == "__main__":
    for form in "singledispatch", "match", "visitor":
        print(form, results(form))
    print("an unknown type:", of_an_unknown_type())
    print("registered elsewhere:", registered_from_here())
