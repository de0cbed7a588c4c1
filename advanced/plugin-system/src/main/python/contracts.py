"""A contract with a version: checked before the first call, and an old one adapted."""

import functools
import inspect
import re
import sys
import tempfile
from importlib.metadata import EntryPoint

from discovery import GROUP, imported, installed, offered

ARGUMENTS = {1: ["grams"], 2: ["grams", "country"]}  # that each version is called with


class Incompatible(Exception):
    """The carrier was written for a version that this host does not speak."""


def checked(point):
    """The carrier's function, to be called as in version 2; `ARGUMENTS` has those of each."""
    version = re.fullmatch(re.escape(GROUP) + r"(\d+)", point.group)
    if not version or int(version[1]) not in ARGUMENTS:
        raise Incompatible(f"{point.name} is for {point.group}, this host speaks {list(ARGUMENTS)}")
    quote, arguments = point.load(), ARGUMENTS[int(version[1])]
    inspect.signature(quote).bind(**dict.fromkeys(arguments))  # TypeError if they do not fit
    if arguments == ["grams"]:
        return lambda grams, country: quote(grams=grams)
    return quote


def admission(folder, distributions):
    """Of each: an answer, or why it was refused, and whether it was imported."""
    with installed(folder):
        points = [point for point in offered() if point.dist.name in distributions]
        return {point.name: verdict(point) for point in points}


def verdict(point):
    try:
        answer = checked(point)(grams=299, country="DE")
    except KeyboardInterrupt:
        raise
    except BaseException as refusal:  # loading runs the carrier's code, which may raise anything
        answer = type(refusal).__name__
    return [answer, point.module in sys.modules]


def without_a_call(folder, distribution):
    """What the check alone makes of the one plug-in of a distribution."""
    with installed(folder):
        (point,) = [point for point in offered() if point.dist.name == distribution]
        try:
            checked(point)
        except Exception as refusal:
            return type(refusal).__name__
    return "admitted"


def of_group(group):
    """What becomes of a point of such a group."""
    return verdict(EntryPoint("swift", "json:dumps", group))[0]


def accepts(parameters):
    """Whether a function that declares these parameters could be called as version 2 says."""
    quote = eval(f"lambda {parameters}: 490")
    return fits(quote)


def fits(quote):
    try:
        inspect.signature(quote).bind(**dict.fromkeys(ARGUMENTS[2]))
    except (TypeError, ValueError):
        return False
    return True


def wrapped_by_another():
    """A wrapper that claims the signature of what it wraps: [the check, the call]."""

    @functools.wraps(lambda grams, country: 490)
    def quote(grams):
        return 490

    try:
        return [fits(quote), quote(grams=299, country="DE")]
    except TypeError as failure:
        return [fits(quote), type(failure).__name__]


if __name__ == "__main__":
    import installing

    with tempfile.TemporaryDirectory() as temporary:
        site = installing.install_all(temporary)
        print(admission(site, ["harbour-mail", "swift-post", "hasty-van", "future-freight"]))
        print("imported and forgotten again:", imported(site) == [])
