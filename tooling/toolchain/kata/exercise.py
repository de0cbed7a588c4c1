"""Write `resolve(graph, roots)`, which chooses a version of each package, as an installer does.

`graph` maps each package to its versions, and each version to what it needs: a list of
requirements. A requirement is a name, or a name with limits that all hold: `money`, `tax>=2`,
`money>=1.5,<2`. The limits are `>=`, `<` and `==`. A version is a text of numbers with dots, such
as "1.10"; numbers that are missing at its end are zero, so 2 and 2.0 are the same. A version with
a letter, such as "2.0rc1" or "2.0.dev1", is a pre-release here: it is never chosen, and no limit
names one. Names are letters, digits and hyphens: `h11`, `py-spy`.

`roots` is a list of requirements. Leave both as they are. Return a dict of the chosen version of
each package that is needed, of the roots or of another chosen version, and of no other. All
requirements of the roots and of the chosen versions hold. If there is no such choice, return None.
If there are several, return one in which no package can be exchanged for a newer version of itself
while all others stay as they are. Packages may need each other in a circle. What nobody has in
`graph` cannot be chosen.

For example, with this graph:

    >>> shop = {
    ...     "money": {"1.9": [], "1.10": [], "2.0": []},
    ...     "orders": {"1.0": ["money<2"]},
    ...     "tax": {"1.0": ["money"], "2.0": ["money>=2"]},
    ... }
    >>> resolve(shop, ["orders"])
    {'orders': '1.0', 'money': '1.10'}
    >>> resolve(shop, ["orders", "tax"])
    {'orders': '1.0', 'tax': '1.0', 'money': '1.10'}
    >>> resolve(shop, ["orders", "tax>=2"]) is None
    True

There are at most 8 packages with 6 versions each. The order of the dict does not matter.

Check yourself with ./kata practice toolchain,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from __future__ import annotations


def resolve(graph: dict[str, dict[str, list[str]]], roots: list[str]) -> dict[str, str] | None:
    raise NotImplementedError("resolve is yours to write")
