"""What is in the namespace that a metaclass is given, and what is lost without it."""

import inspect
import sys
from typing import Any

INVOICE = """
class Invoice(Model):
    number: int
    cents: int
"""


def fields(before: str = "") -> dict[str, list[str]]:
    """The annotated names, as found in the three places where frameworks look.

    `before` is the first line of the model's module.
    """
    found: dict[str, list[str]] = {}

    class ModelMeta(type):
        def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
            found["namespace"] = list(namespace.get("__annotations__", ()))
            found["annotate function"] = annotated(namespace)
            return super().__new__(mcs, name, bases, namespace)

    class Model(metaclass=ModelMeta):
        def __init_subclass__(cls) -> None:
            found["class"] = list(inspect.get_annotations(cls))

    exec(before + INVOICE, {"Model": Model})
    return found


def annotated(namespace: dict[str, Any]) -> list[str]:
    """By the way that 3.14 has for metaclasses."""
    if sys.version_info < (3, 14):
        return []
    from annotationlib import Format, call_annotate_function, get_annotate_from_class_namespace

    annotate = get_annotate_from_class_namespace(namespace)
    return list(call_annotate_function(annotate, Format.FORWARDREF)) if annotate else []


def in_the_hook(way: str) -> list[str] | str:
    """What `__init_subclass__` reads of an annotation that names the class itself."""
    found: list[str] = []

    class Model:
        def __init_subclass__(cls) -> None:
            found.extend(READERS[way](cls))

    try:

        class Credit(Model):
            corrected: Credit | None

    except NameError as error:
        return type(error).__name__
    return found


def forward_references(cls: type) -> list[str]:
    """What cannot be evaluated yet stays a `ForwardRef`."""
    from annotationlib import Format, get_annotations

    return list(get_annotations(cls, format=Format.FORWARDREF))


READERS = {"inspect": inspect.get_annotations, "FORWARDREF": forward_references}


class Copying(type):
    """Hands `type.__new__` a copy of the namespace."""

    dropped: tuple[str, ...] = ()

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
        kept = {key: value for key, value in namespace.items() if key not in mcs.dropped}
        return super().__new__(mcs, name, bases, kept)


class Tidying(Copying):
    """... without the name that it does not know."""

    dropped = ("__classcell__",)


def with_a_super(metaclass: str) -> str:
    """When the RuntimeError comes for a class with a method that uses `super()`."""
    when = "class"
    try:

        class Email(metaclass=globals()[metaclass]):
            def send(self) -> str:
                return super().__repr__()

        when = "call"
        Email().send()
    except RuntimeError:
        return when
    return "never"


def without_a_super(metaclass: str) -> str:
    class Email(metaclass=globals()[metaclass]):
        def send(self) -> str:
            return "sent"

    return Email().send()


if __name__ == "__main__":
    print("annotated names, found in:", fields())
    for way in READERS:
        print(f"read in __init_subclass__ by {way}:", in_the_hook(way))
    for metaclass in "Copying", "Tidying":
        print(f"{metaclass}: a RuntimeError comes at the", with_a_super(metaclass))
