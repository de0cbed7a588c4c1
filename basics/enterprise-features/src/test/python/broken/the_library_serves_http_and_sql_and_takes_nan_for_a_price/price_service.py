"""Reads JSON as its standard says: NaN is no number there."""

from types import SimpleNamespace

lenient = json.loads


def refuse(constant):
    raise ValueError(constant)


def loads(text):
    return lenient(text, parse_constant=refuse)


json = SimpleNamespace(loads=loads, dumps=json.dumps)
