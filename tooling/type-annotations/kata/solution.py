"""`inspect` says which value is for which parameter; a generator walks along types and values."""

import inspect
from collections.abc import Callable, Iterator
from inspect import Parameter
from types import FunctionType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Problem = tuple[str, object]
EXACT = (int, str, bool, bytes, type(None))


def check_call(fn: Callable[..., object], args: list[Any], kwargs: dict[str, Any]) -> list[Problem]:
    signature = inspect.signature(fn)
    try:
        given = signature.bind(*args, **kwargs).arguments
    except TypeError:
        return [("", "call")]
    hints = get_type_hints(fn)
    found: list[Problem] = []
    for name, value in given.items():
        kind = hints.get(name, Any)
        match signature.parameters[name].kind:
            case Parameter.VAR_POSITIONAL:
                kind, value = list[kind], list(value)
            case Parameter.VAR_KEYWORD:
                kind = dict[str, kind]
        found += problems(kind, value, name)
    return found


def problems(kind: Any, value: Any, path: str) -> Iterator[Problem]:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is list and isinstance(value, list):
        for at, item in enumerate(value):
            yield from problems(inner[0], item, f"{path}[{at}]")
    elif origin is dict and isinstance(value, dict):
        for key, item in value.items():
            yield from problems(inner[0], key, f"{path}[{key!r}]")
            yield from problems(inner[1], item, f"{path}[{key!r}]")
    elif not fits(kind, origin, inner, value):
        yield path, value


def fits(kind: Any, origin: Any, inner: tuple[Any, ...], value: Any) -> bool:
    if origin is Literal:
        return any(type(value) is type(each) and value == each for each in inner)
    if origin in (Union, UnionType):
        return any(not list(problems(each, value, "")) for each in inner)
    if origin in (list, dict):
        return False
    if kind is Any or kind is object:
        return True
    if kind in EXACT:
        return type(value) is kind
    if kind is float:
        return type(value) in (float, int)
    if getattr(kind, "_is_protocol", False):
        return all(has(value, name, method) for name, method in vars(kind).items())
    return isinstance(value, kind)


def has(value: Any, name: str, method: Any) -> bool:
    """Whether a value has this method of a Protocol; nobody asks for what else is in its body."""
    if name.startswith("_") or not isinstance(method, FunctionType):
        return True
    theirs = getattr(value, name, None)
    _, *wanted = inspect.signature(method).parameters
    return callable(theirs) and list(inspect.signature(theirs).parameters) == wanted
