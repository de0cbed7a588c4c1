"""Event: classes that read themselves from the wire, and cooperate with classes they do not know.

A message broker delivers events as dicts with string keys. Write four classes for them:

    Event                 with an `id`
    Timed(Event)          with a `time` too
    Priced(Event)         with `cents` too
    Sale(Timed, Priced)   with all three

They have three methods; which kind each is, you decide. The first two can be called through a
class and through an instance, which then stays as it is.

    from_wire(data)
        Makes an event of the class that was asked, by calling that class once, without
        arguments, and sets the fields as attributes. `data` stays as it is. Raises ValueError
        if a field is missing or a key of `data` is nobody's field, and the message names one
        such field or key; and ValueError, too, if valid_id refuses the id. A field is missing
        if its key is: 0, "" and None are values like any other.

    valid_id(id)
        True if this is an id: an int greater than 0, and no bool. False otherwise, whatever it
        is. A subclass may have a rule of its own, and then from_wire goes by that.

    to_wire()
        The event's fields, as they are now, in a new dict such as it came from.

For example:

    >>> Event.from_wire({"id": 7}).id
    7
    >>> Event.valid_id(0)
    False
    >>> sale = Sale.from_wire({"id": 7, "time": "09:30", "cents": 250})
    >>> sale.time, sale.cents
    ('09:30', 250)
    >>> sale.to_wire() == {"id": 7, "time": "09:30", "cents": 250}
    True

Other teams combine your classes with theirs, in any order: class TaggedSale(Sale, Tagged). Each
class takes its own field and leaves the rest to whoever is next. What their code raises, yours
lets through. This is how theirs do it:

    class Tagged(Event):
        @classmethod
        def from_wire(cls, data):
            rest = dict(data)
            tag = rest.pop("tag")
            event = super().from_wire(rest)
            event.tag = tag
            return event

        def to_wire(self):
            return {**super().to_wire(), "tag": self.tag}

Check yourself with ./kata practice method-kinds,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""


class Event:
    """from_wire, valid_id and to_wire are yours to write."""


class Timed(Event):
    pass


class Priced(Event):
    pass


class Sale(Timed, Priced):
    pass
