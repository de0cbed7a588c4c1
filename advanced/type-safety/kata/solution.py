"""One walk along types and data: it notes each fault, and makes nothing of faulty values."""

from dataclasses import MISSING, fields, is_dataclass
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def parse(kind: type[T], data: object) -> T:
    faults: list[str] = []
    parsed = read(kind, data, "", faults)
    if faults:
        raise ValueError(sorted(faults))
    return parsed


def read(kind: Any, data: Any, path: str, faults: list[str]) -> Any:
    if get_origin(kind) in (Union, UnionType):
        if data is None:
            return None
        (kind,) = (each for each in get_args(kind) if each is not type(None))
    if is_dataclass(kind) and isinstance(data, dict):
        return read_fields(kind, data, path, faults)
    if get_origin(kind) is list and isinstance(data, list):
        (item,) = get_args(kind)
        return [read(item, each, f"{path}[{at}]", faults) for at, each in enumerate(data)]
    if type(data) is not kind and (kind, type(data)) != (float, int):
        faults.append(path)
    return data


def read_fields(kind: Any, data: dict[str, Any], path: str, faults: list[str]) -> Any:
    before = len(faults)
    hints = get_type_hints(kind)
    known = {field.name: field for field in fields(kind) if field.init}
    values = {}
    for key, value in data.items():
        at = below(path, key)
        if key in known:
            values[key] = read(hints[key], value, at, faults)
        else:
            faults.append(at)
    for name, field in known.items():
        if name not in data and field.default is field.default_factory is MISSING:
            faults.append(below(path, name))
    return kind(**values) if len(faults) == before else None


def below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
