"""A value as text that two Pythons share: equal values give equal texts, however deep they are."""

import re
from collections import OrderedDict, deque
from types import ModuleType

MOST_PARTS = 1_000_000
MOST_BITS = 2_000  # of an int written in decimal: always fewer digits than any limit allows
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


class Incomparable(Exception):
    """A value that no text stands for."""


class Joint:
    """What becomes of the texts of a container's parts, once there are all."""

    def __init__(self, size, join, container):
        self.size = size
        self.join = join
        self.container = container


def written(value, text, is_ordered=True):
    """A value in Python's notation, however deep: the order of a set does not show.

    `text` writes what has no parts: `repr` for readers, `ascii` to compare, since two versions
    differ in which letters they print. Where not `is_ordered`, the order of a dict does not show.
    """
    texts, waiting, inside, parts = [], [value], set(), 0
    while waiting:
        item = waiting.pop()
        if type(item) is Joint:
            start = len(texts) - item.size
            joined = item.join(texts[start:])
            del texts[start:]
            texts.append(joined)
            inside.discard(item.container)
            continue
        parts += 1
        if parts > MOST_PARTS:
            raise Incomparable("value of more than a million parts")
        if id(item) in inside:
            texts.append("...")
            continue
        children, join = taken_apart(item, is_ordered)
        if join is None:
            texts.append(leaf(item, text))
        else:
            inside.add(id(item))
            waiting.append(Joint(len(children), join, id(item)))
            waiting.extend(reversed(children))
    return texts[0]


def taken_apart(value, is_ordered):
    """The parts of a container, and what joins their texts; None for what has no parts."""
    kind = type(value)
    if kind in (int, str, float, bool):
        return [], None
    if hasattr(kind, "__dataclass_fields__"):
        return named(kind, fields_of(value))
    if isinstance(value, dict):
        is_kept = is_ordered or isinstance(value, OrderedDict)
        children = [part for item in dict.items(value) for part in item]

        def form(texts):
            pairs = [f"{key}: {text}" for key, text in zip(texts[::2], texts[1::2], strict=True)]
            return "{" + ", ".join(pairs if is_kept else sorted(pairs)) + "}"

        return of_kind(value, dict, children, form)
    if isinstance(value, tuple) and hasattr(kind, "_fields"):
        return named(kind, list(zip(kind._fields, value, strict=False)))
    if isinstance(value, tuple):
        return of_kind(value, tuple, list(tuple.__iter__(value)), in_parentheses)
    if isinstance(value, list):
        return of_kind(value, list, list(list.__iter__(value)), in_brackets)
    if isinstance(value, deque):
        return of_kind(value, None, list(value), in_brackets)
    if isinstance(value, set | frozenset):
        children = list(set.__iter__(value) if isinstance(value, set) else value)
        return of_kind(value, set if children else None, children, in_braces)
    return [], None


def in_parentheses(texts):
    return f"({', '.join(texts)}{',' if len(texts) == 1 else ''})"


def in_brackets(texts):
    return f"[{', '.join(texts)}]"


def in_braces(texts):
    return f"{{{', '.join(sorted(texts))}}}" if texts else ""


def of_kind(value, plain, children, form):
    """Written as a plain one is; if it is of another kind, inside of that one's name."""
    kind = type(value)
    if kind is plain:
        return children, form
    own = [] if kind.__module__ in ("builtins", "collections") else attributes(value)
    return named(kind, own, children, form)


def named(kind, fields, children=(), form="".join):
    """An object's parts, and what writes them behind its kind's name: children, then fields."""
    size = len(children)
    names = [name for name, _ in fields]

    def join(texts):
        pairs = [f"{name}={text}" for name, text in zip(names, texts[size:], strict=True)]
        inner = form(texts[:size])
        return f"{kind.__qualname__}({', '.join([inner, *pairs] if inner else pairs)})"

    return [*children, *(value for _, value in fields)], join


def fields_of(value):
    fields = type(value).__dataclass_fields__.items()
    return [
        (name, getattr(value, name))
        for name, field in fields
        if repr(field._field_type) == "_FIELD" and field.repr and hasattr(value, name)
    ]


def attributes(value):
    try:
        return sorted(vars(value).items())
    except TypeError:
        return []


def leaf(value, text):
    kind = type(value)
    if kind is int:
        return hex(value) if value.bit_length() > MOST_BITS else int.__repr__(value)
    is_read_once = hasattr(kind, "__next__")
    if kind.__repr__ is object.__repr__ or is_read_once or isinstance(value, ModuleType):
        raise Incomparable(kind.__qualname__)
    try:
        said = text(value)
    except Exception as failure:
        why = f"its repr raises {type(failure).__name__}"
        raise Incomparable(f"{kind.__qualname__}, {why}") from None
    if kind not in (str, bytes, bytearray) and ADDRESS.search(said):
        raise Incomparable(kind.__qualname__)
    return said
