"""Write `breaches(files, layers)`, which finds the imports that a repository does not allow.

`files` maps each file to its text; all lie below `acme`. The second part of its path is the
distribution that a file belongs to: `acme/orders/api.py` is the module `acme.orders.api` of
orders, and `acme/orders/__init__.py` is the module `acme.orders`. Every folder below `acme` has an
`__init__.py`. `layers` names all distributions, from the top to the bottom.

An import of a module of another distribution is a breach, if that distribution is in a higher
layer, or if a part of the module's name after the distribution begins with an underscore.

Return a sorted list of tuples: the file, the line in which the import statement begins, and the
whole name of the imported module, each tuple once. `from a.b import c` imports the module `a.b.c`,
if `files` has it, and otherwise `a.b`. A statement counts wherever it stands, run or not. What is
not below `acme` is never a breach; no relative import leaves it. A file that Python cannot parse
gives one tuple: the file, the line that the SyntaxError names, and "syntax error".

For example, with these files:

    >>> shop = {
    ...     "acme/web/__init__.py": "",
    ...     "acme/web/api.py": "from acme.money._texts import shown",
    ...     "acme/money/__init__.py": "",
    ...     "acme/money/_texts.py": "import json, acme.web.api as web",
    ... }
    >>> breaches(shop, ["web", "money"])
    [('acme/money/_texts.py', 1, 'acme.web.api'), ('acme/web/api.py', 1, 'acme.money._texts')]

Check yourself with ./kata practice large-project-structure,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from __future__ import annotations


def breaches(files: dict[str, str], layers: list[str]) -> list[tuple[str, int, str]]:
    raise NotImplementedError("breaches is yours to write")
