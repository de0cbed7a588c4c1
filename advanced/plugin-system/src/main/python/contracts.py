"""A contract with a version: checked before the first call, and an old one adapted."""

import inspect
import sys
import tempfile

from discovery import GROUP, imported, installed, offered

PARCELS = {
    1: {"grams": 250},
    2: {"grams": 250, "country": "DE"},
}  # what each version is called with


class Incompatible(Exception):
    """The carrier was written for a version that this host does not speak."""


def admitted(point):
    """The carrier's function as version 2 has it."""
    version = int(point.group.removeprefix(GROUP))
    if version not in PARCELS:
        raise Incompatible(
            f"{point.name} is for version {version}, this host speaks {list(PARCELS)}"
        )
    quote = point.load()
    inspect.signature(quote).bind(**PARCELS[version])  # a TypeError if it could not be called so
    if version == 1:
        return lambda grams, country: quote(grams=grams)
    return quote


def admission(folder, distributions):
    """Of each: an answer, or why it was refused, and whether it was imported."""
    with installed(folder):
        points = [point for point in offered() if point.dist.name in distributions]
        return {point.name: verdict(point) for point in points}


def verdict(point):
    try:
        quote = admitted(point)
    except (Incompatible, TypeError) as refusal:
        return [type(refusal).__name__, point.module in sys.modules]
    return [quote(grams=250, country="DE"), point.module in sys.modules]


def accepts(parameters):
    """Whether a function with these parameters can be called as version 2 says."""
    namespace = {}
    exec(f"def quote({parameters}): return 490", namespace)
    try:
        inspect.signature(namespace["quote"]).bind(**PARCELS[2])
    except TypeError:
        return False
    return True


if __name__ == "__main__":
    import installing

    with tempfile.TemporaryDirectory() as temporary:
        site = installing.install_all(temporary)
        print(admission(site, ["harbour-mail", "swift-post", "hasty-van", "future-freight"]))
        print("imported and forgotten again:", imported(site) == [])
