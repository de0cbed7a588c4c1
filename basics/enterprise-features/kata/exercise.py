"""violations: imports that cross a border which the architecture forbids to cross.

A team has agreed that some parts of its program must not import others. Python does not mind,
so a test must. Write the function that the test calls:

    violations(root, rules)
        `root` is a folder (pathlib.Path) with Python packages in it. The module in
        root/orders/domain/pricing.py is called orders.domain.pricing, the package in
        root/orders/__init__.py is called orders.
        `rules` says which packages a package must not import:
        {"orders.domain": {"orders.infra", "sqlite3"}}. A rule holds for the package itself
        and for everything in it, on both sides. All rules that hold for a module count.
        Returns a sorted list of (module, imported, line) for the imports that break a rule, each
        listed once: the importing module, what it imports, the line on which the import begins.

For example, if orders/domain/pricing.py is

    1   from decimal import Decimal
    2   import orders.infra.database

    >>> violations(root, {"orders.domain": {"orders.infra"}})
    [('orders.domain.pricing', 'orders.infra.database', 2)]

What is imported is a module. `import orders.infra.database as db` imports orders.infra.database.
`from orders.infra import database` imports it too, if `root` has a file or a folder of that name;
if database is only something that orders.infra defines, it is orders.infra that is imported.
Imports that begin with dots are relative to the importing module's package, as in Python.

An import counts wherever it stands, in a function too. Only what the type checker alone sees,
the body of exactly `if TYPE_CHECKING:` or `if typing.TYPE_CHECKING:`, does not count.

A file is read as Python reads it: in UTF-8, or in the encoding that its first lines declare. One
that Python cannot parse cannot be judged: it is listed as (module, "syntax error", line). The files
are never imported: that would run them.

Check yourself with ./kata practice enterprise-features,
or, without Java, with python3 checks.py exercise.py in the kata folder.
"""

from pathlib import Path


def violations(root: Path, rules: dict[str, set[str]]) -> list[tuple[str, str, int]]:
    raise NotImplementedError("violations is yours to write")
