# whole
"""A visitor that remembers what it found, with a method for each kind of annotation."""

import inspect
from types import FunctionType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


def check_call(fn, args, kwargs):
    signature = inspect.signature(fn)
    try:
        bound = signature.bind(*args, **kwargs)
    except TypeError:
        return [("", "call")]
    hints, visitor = get_type_hints(fn), Visitor()
    for parameter in signature.parameters.values():
        if parameter.name not in bound.arguments:
            continue
        value, kind = bound.arguments[parameter.name], hints.get(parameter.name, Any)
        if parameter.kind is parameter.VAR_POSITIONAL:
            for at, each in enumerate(value):
                visitor.visit(kind, each, f"{parameter.name}[{at}]")
        elif parameter.kind is parameter.VAR_KEYWORD:
            for name in value:
                visitor.visit(kind, value[name], f"{parameter.name}[{name!r}]")
        else:
            visitor.visit(kind, value, parameter.name)
    return visitor.found


class Visitor:
    def __init__(self):
        self.found = []

    def visit(self, kind, value, path):
        origin = get_origin(kind) or kind
        if origin is list and isinstance(value, list):
            for (item,) in [get_args(kind)] if get_args(kind) else []:
                for at, each in enumerate(value):
                    self.visit(item, each, f"{path}[{at}]")
        elif origin is dict and isinstance(value, dict):
            for keys, values in [get_args(kind)] if get_args(kind) else []:
                for key, each in value.items():
                    self.visit(keys, key, f"{path}[{key!r}]")
                    self.visit(values, each, f"{path}[{key!r}]")
        elif not self.is_right(kind, origin, value):
            self.found.append((path, value))

    def is_right(self, kind, origin, value):
        if kind in (Any, object):
            return True
        if origin is Literal:
            return any(each == value and type(each) is type(value) for each in get_args(kind))
        if origin in (Union, UnionType):
            return any(self.would_fit(each, value) for each in get_args(kind))
        if kind is float and type(value) is int:
            return True
        if kind in (int, str, bool, bytes, float, type(None)):
            return type(value) is kind
        if getattr(kind, "_is_protocol", False):
            methods = [each for each in vars(kind) if not each.startswith("_")]
            return all(self.has(value, vars(kind)[name]) for name in methods)
        return isinstance(value, origin)

    def would_fit(self, kind, value):
        trial = Visitor()
        trial.visit(kind, value, "")
        return not trial.found

    def has(self, value, method):
        if not isinstance(method, FunctionType):
            return True
        own = getattr(value, method.__name__, None)
        if not callable(own):
            return False
        _, *wanted = inspect.signature(method).parameters
        return [*inspect.signature(own).parameters] == wanted
