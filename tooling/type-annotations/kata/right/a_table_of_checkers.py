# whole
"""Each annotation becomes a function from a value and its path to the list of what does not fit."""

import inspect
import types
import typing


def check_call(fn, args, kwargs):
    signature = inspect.signature(fn)
    try:
        bound = signature.bind(*args, **kwargs)
    except TypeError:
        return [("", "call")]
    hints = typing.get_type_hints(fn)
    found = []
    for name, value in bound.arguments.items():
        check = checker(hints[name]) if name in hints else anything
        kind = signature.parameters[name].kind
        if kind is inspect.Parameter.VAR_POSITIONAL:
            check = list_of(check)
            value = list(value)
        elif kind is inspect.Parameter.VAR_KEYWORD:
            check = dict_of(anything, check)
        found.extend(check(value, name))
    return found


def checker(kind):
    inner = typing.get_args(kind)
    match typing.get_origin(kind):
        case typing.Literal:
            return when(
                lambda value: (type(value), value) in [(type(each), each) for each in inner]
            )
        case typing.Union | types.UnionType:
            return one_of([checker(each) for each in inner])
    if typing.get_origin(kind) is list:
        return list_of(checker(inner[0]))
    if typing.get_origin(kind) is dict:
        return dict_of(checker(inner[0]), checker(inner[1]))
    if kind in (typing.Any, object):
        return anything
    if kind in (int, str, bool, bytes, types.NoneType):
        return when(lambda value: type(value) is kind)
    if kind is float:
        return when(lambda value: isinstance(value, float | int) and not isinstance(value, bool))
    if getattr(kind, "_is_protocol", False):
        return protocol(kind)
    return when(lambda value: isinstance(value, kind))


def anything(value, path):
    return []


def when(is_right):
    return lambda value, path: [] if is_right(value) else [(path, value)]


def one_of(checkers):
    return when(lambda value: any(check(value, "") == [] for check in checkers))


def list_of(check):
    def walk(value, path):
        if not isinstance(value, list):
            return [(path, value)]
        return [each for at, item in enumerate(value) for each in check(item, f"{path}[{at}]")]

    return walk


def dict_of(of_keys, of_values):
    def walk(value, path):
        if not isinstance(value, dict):
            return [(path, value)]
        found = []
        for key, item in value.items():
            at = f"{path}[{key!r}]"
            found += of_keys(key, at) + of_values(item, at)
        return found

    return walk


def protocol(kind):
    wanted = {
        name: list(inspect.signature(method).parameters)[1:]
        for name, method in vars(kind).items()
        if not name.startswith("_") and inspect.isfunction(method)
    }

    def has_all(value):
        for name, names in wanted.items():
            method = getattr(value, name, None)
            if not callable(method) or list(inspect.signature(method).parameters) != names:
                return False
        return True

    return when(has_all)
