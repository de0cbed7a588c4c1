# whole
"""Two walks: a generator yields the paths of all faults; if there are none, another builds."""

import dataclasses
import types
import typing


def parse(kind, data):
    found = sorted(faults(kind, data, ""))
    if found:
        raise ValueError(found)
    return build(kind, data)


def parts(kind):
    """Whether None fits, and the type that is left."""
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return True, next(each for each in typing.get_args(kind) if each is not type(None))
    return False, kind


def faults(kind, data, path):
    may_be_none, kind = parts(kind)
    if may_be_none and data is None:
        return
    if dataclasses.is_dataclass(kind) and type(data) is dict:
        hints = hints_of(kind)
        dot = path and path + "."
        for name in hints.keys() | data.keys():
            if name not in hints or (name not in data and not has_default(kind, name)):
                yield dot + name
            elif name in data:
                yield from faults(hints[name], data[name], dot + name)
    elif typing.get_origin(kind) is list and type(data) is list:
        for at, item in enumerate(data):
            yield from faults(typing.get_args(kind)[0], item, f"{path}[{at}]")
    elif type(data) not in ((float, int) if kind is float else (kind,)):
        yield path


def hints_of(kind):
    """The types of all that the constructor takes."""
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind) if field.init}


def has_default(kind, name):
    (field,) = (each for each in dataclasses.fields(kind) if each.name == name)
    return (field.default, field.default_factory) != (dataclasses.MISSING, dataclasses.MISSING)


def build(kind, data):
    _, kind = parts(kind)
    if data is None:
        return None
    if dataclasses.is_dataclass(kind):
        hints = hints_of(kind)
        return kind(**{name: build(hints[name], data[name]) for name in data})
    if typing.get_origin(kind) is list:
        return [build(typing.get_args(kind)[0], item) for item in data]
    return data
