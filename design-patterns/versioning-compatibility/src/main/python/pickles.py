"""A pickle names a class and what to call; what becomes of it when the code has moved on."""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

OLD = """
class Item:
    def __init__(self, sku, cents):
        self.sku, self.cents = sku, cents
"""
WITH_CURRENCY = """
class Item:
    def __init__(self, sku, cents, currency="EUR"):
        self.sku, self.cents, self.currency = sku, cents, currency

    def label(self):
        return f"{self.cents} {self.currency}"
"""
UPGRADING = (
    WITH_CURRENCY
    + """
    def __setstate__(self, state):
        self.__dict__ = {"currency": "EUR"} | state
"""
)
DATACLASS = """
from dataclasses import dataclass

@dataclass
class Item:
    sku: str
    cents: int
    currency: str = "EUR"

    def label(self):
        return f"{self.cents} {self.currency}"
"""
ALIAS = """
class Moved:
    def label(self):
        return f"{self.cents}"

Moved.__module__ = "storage"
Item = Moved
"""
NEWER = {
    "unchanged": OLD + "    def label(self): return f'{self.cents}'",
    "moved to another module": "",
    "moved, with an alias in its old place": ALIAS,
    "with a field more": WITH_CURRENCY,
    "with a default in a dataclass": DATACLASS,
    "with `__setstate__`": UPGRADING,
}
RUN: list[str] = []  # by an attack


def library(text: str) -> Any:
    """The module `warehouse` with this text: one version of somebody's library."""
    module = ModuleType("warehouse")
    sys.modules["warehouse"] = module
    exec(text, module.__dict__)
    return module


def stored(protocol: int) -> bytes:
    return pickle.dumps(library(OLD).Item("LAMP", 1999), protocol)


def loaded_by(version: str) -> list[object]:
    """What loading an old pickle gives in a newer version, and then the first use of the item."""
    data = stored(pickle.DEFAULT_PROTOCOL)
    library(NEWER[version])
    items: list[Any] = []
    loading = outcome(lambda: items.append(pickle.loads(data)) or "loads")
    return [loading, outcome(lambda: items[0].label()) if items else "unused"]


class Attack:
    """Its pickle says: call `attack` with this argument."""

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return attack, ("deleted",)


def attack(what: str) -> None:
    RUN.append(what)


class Restricted(pickle.Unpickler):
    """As the documentation has it: only these classes may be named."""

    def find_class(self, module: str, name: str) -> Any:
        return allowed(super().find_class, module, name)


class RestrictedInPython(pickle._Unpickler):
    """The same with the module's own unpickler in Python."""

    def find_class(self, module: str, name: str) -> Any:
        return allowed(super().find_class, module, name)


def allowed(find: Callable[[str, str], Any], module: str, name: str) -> Any:
    if (module, name) != ("warehouse", "Item"):
        raise pickle.UnpicklingError(f"{module}.{name} is not allowed")
    return find(module, name)


UNPICKLERS: dict[str, Any] = {
    "plain": pickle.Unpickler,
    "find_class": Restricted,
    "find_class in Python": RestrictedInPython,
}


def attacked(unpickler: str) -> list[str]:
    """What an attack does with this unpickler: a pickle of each protocol, and all are different."""
    done = []
    for data in {pickle.dumps(Attack(), protocol) for protocol in range(6)}:
        RUN.clear()
        said = outcome(load, unpickler, data)
        done.append(RUN[0] if RUN else said)
    return done


def honest(unpickler: str) -> list[object]:
    """The same for an honest item; before protocol 2 its pickle names more than its class."""
    return [outcome(sku, unpickler, data) for data in {stored(each) for each in range(2, 6)}]


def sku(unpickler: str, data: bytes) -> str:
    return load(unpickler, data).sku


def load(unpickler: str, data: bytes) -> Any:
    return UNPICKLERS[unpickler](io.BytesIO(data)).load()


def outcome(attempt: Callable[..., Any], *arguments: Any) -> Any:
    try:
        return attempt(*arguments)
    except Exception as error:
        return type(error).__name__


if __name__ == "__main__":
    for version in NEWER:
        print(f"an item of the old version, read by one {version}: {loaded_by(version)}")
    for unpickler in UNPICKLERS:
        print(f"an attack, {unpickler}: {attacked(unpickler)}")
