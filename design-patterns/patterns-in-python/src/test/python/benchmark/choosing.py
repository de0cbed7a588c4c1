"""What it costs to choose by the type of an argument, in five ways."""

from functools import singledispatch

MOST = 30


def source(types):
    """The code that somebody would write by hand for so many types."""
    numbers = range(types)
    lines = [
        f"class Event{n}:\n    def accept(self, visitor): return visitor.visit{n}(self)"
        for n in numbers
    ]
    lines.append("def by_if(event):")
    lines += [f"    if isinstance(event, Event{n}): return {n}" for n in numbers]
    lines.append("def by_match(event):\n    match event:")
    lines += [f"        case Event{n}(): return {n}" for n in numbers]
    lines.append("class Visitor:")
    lines += [f"    def visit{n}(self, event): return {n}" for n in numbers]
    lines += [f"def handle{n}(event): return {n}" for n in numbers]
    return "\n".join(lines)


def ways(types):
    names = {}
    exec(source(types), names)
    classes = [names[f"Event{n}"] for n in range(types)]
    handlers = [names[f"handle{n}"] for n in range(types)]
    table = dict(zip(classes, handlers, strict=True))

    @singledispatch
    def by_singledispatch(event):
        raise TypeError

    for cls, handler in table.items():
        by_singledispatch.register(cls, handler)
    visitor = names["Visitor"]()
    return [cls() for cls in classes], {
        "if": names["by_if"],
        "match": names["by_match"],
        "dict": lambda event: table[type(event)](event),
        "singledispatch": by_singledispatch,
        "visitor": lambda event: event.accept(visitor),
    }


READY = {types: ways(types) for types in (3, MOST)}


def chosen(way, types, n):
    """Chooses so often, for events of all types in turn; the sum of what was chosen."""
    events, functions = READY[types]
    choose = functions[way]
    total = 0
    for number in range(n):
        total += choose(events[number % 3 * (types // 3)])
    return total * 3 // types
