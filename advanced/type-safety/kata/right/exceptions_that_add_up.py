# whole
"""Each reader raises the faults below it; whoever calls it puts its own name before them."""

from dataclasses import MISSING, fields, is_dataclass
from typing import get_args, get_origin, get_type_hints


class Faults(Exception):
    def __init__(self, paths):
        self.paths = paths


def parse(kind, data):
    try:
        return reader(kind)(data)
    except Faults as faults:
        raise ValueError(sorted(path.removeprefix(".") for path in faults.paths)) from None


def reader(kind):
    """A function that reads one type."""
    if type(None) in get_args(kind):
        other = reader(next(each for each in get_args(kind) if each is not type(None)))
        return lambda data: None if data is None else other(data)
    if is_dataclass(kind):
        return lambda data: read_dataclass(kind, data)
    if get_origin(kind) is list:
        item = reader(get_args(kind)[0])
        return lambda data: read_list(item, data)
    return lambda data: read_plain({float: (float, int)}.get(kind, (kind,)), data)


def read_plain(kinds, data):
    if type(data) not in kinds:
        raise Faults([""])
    return data


def read_list(item, data):
    read_plain([list], data)
    values = gather({f"[{at}]": (item, each) for at, each in enumerate(data)}, [])
    return list(values.values())


def read_dataclass(kind, data):
    read_plain([dict], data)
    hints = get_type_hints(kind)
    known = [field for field in fields(kind) if field.init]
    names = [field.name for field in known]
    wrong = [f".{key}" for key in data if key not in names]
    for field in known:
        if field.name not in data and (field.default, field.default_factory) == (MISSING, MISSING):
            wrong.append(f".{field.name}")
    work = {f".{key}": (reader(hints[key]), data[key]) for key in data if key in names}
    return kind(**{key[1:]: value for key, value in gather(work, wrong).items()})


def gather(work, wrong):
    """What all readers make of their data; or all that is wrong with it."""
    values = {}
    for prefix, (read, data) in work.items():
        try:
            values[prefix] = read(data)
        except Faults as faults:
            wrong += [prefix + path for path in faults.paths]
    if wrong:
        raise Faults(wrong)
    return values
