"""next_version: the number of a release, computed from what its callers can call.

    next_version("1.4.2", old, new)

A library is given as a dict: the name of each of its functions, and its inspect.signature. Compare
the old release, whose version is given as three numbers, with the new one, and return the new
one's version.

A release is breaking, if a function is gone, or if there is a call that the old function accepts
and for which the new one does something else:
    it refuses the call,
    it takes an argument for another parameter, or
    a parameter that the call leaves out had a default, and has another one now.

A release that is not breaking adds something, if it has a new function, or if one of its functions
accepts a call that it did not accept before.

Two parameters are the same, if they have the same name. A positional-only parameter is known by
its place alone, so it may be renamed. Two defaults are the same if == says so. Annotations do not
count, and neither do functions whose names begin with an underscore. No function has *args or
**kwargs.

    breaking         the first number grows, the others become 0     1.4.2 to 2.0.0
    adds something   the second grows, the third becomes 0           1.4.2 to 1.5.0
    neither          the third grows                                 1.4.2 to 1.4.3

While the first number is 0, nothing is promised yet, and it stays 0: a breaking release lets the
second number grow, any other the third.

    breaking         0.4.2 to 0.5.0
    any other        0.4.2 to 0.4.3

For example:

    >>> from inspect import signature
    >>> def price(sku, quantity=1): ...
    >>> def find(sku): ...
    >>> old = {"price": signature(price)}
    >>> next_version("1.4.2", old, {})
    '2.0.0'
    >>> next_version("1.4.2", old, {"price": signature(price), "find": signature(find)})
    '1.5.0'
    >>> next_version("1.4.2", old, {"price": signature(price)})
    '1.4.3'

Check yourself with ./kata practice versioning-compatibility,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from inspect import Signature


def next_version(version: str, old: dict[str, Signature], new: dict[str, Signature]) -> str:
    raise NotImplementedError("next_version is yours to write")
