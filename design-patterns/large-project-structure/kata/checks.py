"""What a correct answer does."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
from types import ModuleType

from checking import check, expect, main

LAYERS = ["web", "orders", "billing", "money"]
SHOP = {
    "acme/web/__init__.py": "",
    "acme/web/api.py": "def page(): ...",
    "acme/orders/__init__.py": "",
    "acme/orders/api.py": "def place(): ...",
    "acme/orders/_rules.py": "",
    "acme/orders/late/__init__.py": "",
    "acme/orders/late/report.py": "",
    "acme/billing/__init__.py": "",
    "acme/billing/api.py": "def invoice(): ...",
    "acme/billing/_books/__init__.py": "",
    "acme/billing/_books/ledger.py": "def post(): ...",
    "acme/money/__init__.py": "",
    "acme/money/api.py": "def total(): ...",
    "acme/money/_texts.py": "def shown(): ...",
}
BLOCKS = {
    "try:": "\nfinally:\n    pass",
    "try:\n    pass\nexcept ImportError:": "",
    "try:\n    pass\nexcept ImportError:\n    pass\nelse:": "",
    "try:\n    pass\nfinally:": "",
    "if True:\n    pass\nelse:": "",
    "for _ in ():\n    pass\nelse:": "",
    "with open('a'):": "",
    "async def later():": "",
}
MAY = "acme/orders/api.py"


def expect_breaches(kata: ModuleType, text: str, *found: tuple[int, str], file: str = MAY) -> None:
    """The shop, with this text in one of its files, has these breaches there and no others."""
    expect(
        f"breaches(the shop with {text!r} in {file})",
        lambda: kata.breaches(SHOP | {file: text}, LAYERS),
        gives=[(file, line, module) for line, module in found],
    )


@check("the examples of the task hold")
def examples(kata: ModuleType) -> None:
    shop = {
        "acme/web/__init__.py": "",
        "acme/web/api.py": "from acme.money._texts import shown",
        "acme/money/__init__.py": "",
        "acme/money/_texts.py": "import json, acme.web.api as web",
    }
    expect(
        'breaches(shop, ["web", "money"])',
        lambda: kata.breaches(dict(shop), ["web", "money"]),
        gives=[
            ("acme/money/_texts.py", 1, "acme.web.api"),
            ("acme/web/api.py", 1, "acme.money._texts"),
        ],
    )


@check("lower layers and the own distribution are allowed, higher layers are not")
def layers(kata: ModuleType) -> None:
    expect_breaches(kata, "")
    expect_breaches(kata, "import acme.money.api\nimport acme.billing.api as billing")
    expect_breaches(kata, "import acme.orders._rules")
    expect_breaches(kata, "import acme.web.api", (1, "acme.web.api"))
    expect_breaches(kata, "\nfrom acme.web.api import page", (2, "acme.web.api"))
    expect_breaches(kata, "import acme.web, acme.money", (1, "acme.web"))
    expect_breaches(
        kata,
        "import acme.web.api, acme.orders.api, acme.billing",
        (1, "acme.billing"),
        (1, "acme.orders.api"),
        (1, "acme.web.api"),
        file="acme/money/api.py",
    )


@check("private modules of other distributions are not allowed")
def private(kata: ModuleType) -> None:
    expect_breaches(kata, "import acme.money._texts", (1, "acme.money._texts"))
    expect_breaches(kata, "from acme.money._texts import shown", (1, "acme.money._texts"))
    expect_breaches(
        kata, "from acme.billing._books.ledger import post", (1, "acme.billing._books.ledger")
    )
    expect_breaches(kata, "import acme.money.rules._vat", (1, "acme.money.rules._vat"))
    expect_breaches(kata, "import acme.money.__main__", (1, "acme.money.__main__"))
    expect_breaches(kata, "import acme.money.tax.de._vat", (1, "acme.money.tax.de._vat"))
    expect_breaches(kata, "from acme.money.api import _total")
    expect_breaches(kata, "import acme.billing._books.ledger", file="acme/billing/api.py")


@check("a module that is imported from its package counts as that module")
def from_packages(kata: ModuleType) -> None:
    expect_breaches(kata, "from acme.money import _texts", (1, "acme.money._texts"))
    expect_breaches(kata, "from acme.billing import api, _books", (1, "acme.billing._books"))
    expect_breaches(kata, "from acme import web, money", (1, "acme.web"))
    expect_breaches(kata, "from acme.web import api, page", (1, "acme.web"), (1, "acme.web.api"))
    expect_breaches(kata, "from acme.money import _nothing, _text")
    expect_breaches(kata, "from acme.web.api import *", (1, "acme.web.api"))


@check("a statement counts wherever it stands")
def anywhere(kata: ModuleType) -> None:
    found = (2, "acme.web.api")
    expect_breaches(kata, "def later():\n    import acme.web.api", found)
    expect_breaches(kata, "if False:\n    from acme.web.api import page", found)
    expect_breaches(kata, "class Page:\n    import acme.web.api; name = 1", found)
    expect_breaches(
        kata, "class Page:\n    def show(self):\n        import acme.web.api", (3, "acme.web.api")
    )
    for before, after in BLOCKS.items():
        line = before.count("\n") + 2
        expect_breaches(kata, f"{before}\n    import acme.web.api{after}", (line, "acme.web.api"))
    expect_breaches(kata, "match 1:\n    case 1:\n        import acme.web.api", (3, "acme.web.api"))
    expect_breaches(kata, "from acme.web.api import (\n    page,\n)", (1, "acme.web.api"))
    expect_breaches(kata, "import json, \\\n    acme.web.api", (1, "acme.web.api"))
    expect_breaches(kata, "'''\nimport acme.web.api\n'''  # import acme.web.api")


@check("relative imports are resolved first")
def relative(kata: ModuleType) -> None:
    expect_breaches(kata, "from . import _rules\nfrom ._rules import checked")
    expect_breaches(kata, "from .. import web", (1, "acme.web"))
    expect_breaches(kata, "from ..web.api import page", (1, "acme.web.api"))
    expect_breaches(kata, "from ..money import _texts", (1, "acme.money._texts"))
    deep = "acme/orders/late/report.py"
    expect_breaches(kata, "from .. import _rules", file=deep)
    expect_breaches(kata, "from ...web import api", (1, "acme.web.api"), file=deep)


@check("an __init__.py is its package")
def packages(kata: ModuleType) -> None:
    expect_breaches(kata, "from . import api, _rules", file="acme/orders/__init__.py")
    expect_breaches(kata, "from .. import web", (1, "acme.web"), file="acme/orders/__init__.py")
    deep = "acme/orders/late/__init__.py"
    expect_breaches(kata, "from ...web import api", (1, "acme.web.api"), file=deep)
    expect_breaches(kata, "from .. import _rules", file=deep)


@check("names that only begin alike are others")
def alike(kata: ModuleType) -> None:
    expect_breaches(kata, "import acmetools.web, json._secret, web.api")
    expect_breaches(kata, "import acme")
    shop = {"acme/orders/api.py": "import acme.orders_old.api"}
    expect(
        "breaches(orders imports acme.orders_old.api, which is a higher layer)",
        lambda: kata.breaches(shop, ["orders_old", "orders"]),
        gives=[("acme/orders/api.py", 1, "acme.orders_old.api")],
    )


@check("a file that Python cannot parse is reported, and the others are read")
def unreadable(kata: ModuleType) -> None:
    expect_breaches(kata, "import json\n\ndef (:", (3, "syntax error"))
    shop = {
        "acme/money/a_old.py": "print 1, 2",
        "acme/money/api.py": "import acme.web.api",
        "acme/money/old.py": "print 3",
    }
    expect(
        "breaches(one file imports acme.web.api, its neighbours are broken)",
        lambda: kata.breaches(shop, LAYERS),
        gives=[
            ("acme/money/a_old.py", 1, "syntax error"),
            ("acme/money/api.py", 1, "acme.web.api"),
            ("acme/money/old.py", 1, "syntax error"),
        ],
    )


@check("each breach is listed once, in order")
def in_order(kata: ModuleType) -> None:
    expect_breaches(kata, "import acme.web.api; from acme.web.api import page", (1, "acme.web.api"))
    later = "\n" * 9 + "import acme.web"
    expect_breaches(kata, f"import acme.web.api{later}", (1, "acme.web.api"), (10, "acme.web"))


if __name__ == "__main__":
    main()
