"""What a correct violations finds, what it lets pass, and what it must not do."""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.join(os.path.dirname(__file__), "../../../harness/src/main/python")
import tempfile
from pathlib import Path
from types import ModuleType

from checking import check, expect, main

Rules = dict[str, set[str]]
DATABASE = {"orders/infra/database.py": "def connect(): pass"}
DOMAIN_WITHOUT_INFRA: Rules = {"orders.domain": {"orders.infra"}}


def expect_found(
    kata: ModuleType,
    files: dict[str, str | bytes],
    *found: tuple[str, str, int],
    rules: Rules = DOMAIN_WITHOUT_INFRA,
) -> None:
    """In a folder with these files, each package complete, exactly this is found."""
    shown = "".join(f"\n          {file}: {text!r}" for file, text in files.items() if text)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for file, text in files.items():
            write(root, file, text)
        expect(
            f"violations(root, {rules}) of{shown}",
            lambda: kata.violations(root, rules),
            gives=list(found),
        )


def write(root: Path, file: str, text: str | bytes) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    inside = path if path.suffix == ".py" else path.parent  # a folder of other files is no package
    for package in [folder for folder in inside.parents if root in folder.parents]:
        if not (package / "__init__.py").exists():
            (package / "__init__.py").write_text("")
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


@check("the example of the task holds")
def example(kata: ModuleType) -> None:
    pricing = "from decimal import Decimal\nimport orders.infra.database\n"
    expect_found(
        kata,
        DATABASE | {"orders/domain/pricing.py": pricing},
        ("orders.domain.pricing", "orders.infra.database", 2),
    )


@check("other packages, other rules and several imports")
def others(kata: ModuleType) -> None:
    expect_found(
        kata,
        {
            "bank/web.py": "import bank.ledger, sqlite3\nimport bank.rates.table as table\n",
            "bank/ledger/__init__.py": "import json, bank.web\n",
            "bank/ledger/book.py": "\nimport json\nimport bank.web, json.decoder\n",
            "bank/rates/table.py": "import json\n",
        },
        ("bank.ledger", "bank.web", 1),
        ("bank.ledger", "json", 1),
        ("bank.ledger.book", "bank.web", 3),
        ("bank.ledger.book", "json", 2),
        ("bank.ledger.book", "json.decoder", 3),
        ("bank.web", "sqlite3", 1),
        rules={"bank.ledger": {"bank.web", "json"}, "bank.web": {"sqlite3"}},
    )


@check("a module obeys all the rules that hold for it, and a folder without rules none")
def all_rules(kata: ModuleType) -> None:
    files = {
        "orders/domain/pricing.py": "import sqlite3, json, csv, orders.infra\n",
        "orders/web.py": "import sqlite3, json\n",
        "tools/run.py": "import sqlite3\n",
        "orders/infra/__init__.py": "",
    }
    expect_found(
        kata,
        files,
        ("orders.domain.pricing", "csv", 1),
        ("orders.domain.pricing", "json", 1),
        ("orders.domain.pricing", "orders.infra", 1),
        ("orders.domain.pricing", "sqlite3", 1),
        ("orders.web", "sqlite3", 1),
        rules={
            "orders": {"sqlite3"},
            "orders.domain": {"json", "orders.infra"},
            "orders.domain.pricing": {"csv"},
        },
    )
    expect_found(kata, files, rules={})
    expect_found(kata, {}, rules=DOMAIN_WITHOUT_INFRA)


@check("text that only looks like an import is none")
def text_only(kata: ModuleType) -> None:
    pricing = '"""\nimport orders.infra.database\n"""\n# import orders.infra\nimport json\n'
    expect_found(kata, DATABASE | {"orders/domain/pricing.py": pricing})


@check("a package whose name only begins alike is another one")
def begins_alike(kata: ModuleType) -> None:
    expect_found(
        kata,
        {
            "orders/domain/pricing.py": "import orders.infrastructure, old.orders.infra\n",
            "orders/domains.py": "import orders.infra\n",
            "orders/infra/__init__.py": "",
            "orders/infrastructure.py": "",
            "old/orders/infra.py": "",
        },
    )


@check("`from package import module` imports the module, if there is one")
def from_package(kata: ModuleType) -> None:
    rules = {"orders.domain": {"orders.infra.database", "orders.infra.mail"}}
    expect_found(
        kata,
        DATABASE
        | {
            "orders/infra/mail.py": "",
            "orders/infra/log.py": "",
            "orders/domain/a.py": "from orders.infra import log, database\n",
            "orders/domain/b.py": "from orders.infra.database import (\n    a,\n    b,\n)\n",
            "orders/domain/c.py": "from orders.infra.log import mail\n",
            "orders/domain/d.py": "import orders.infra.mail as database, json as mail\n",
        },
        ("orders.domain.a", "orders.infra.database", 1),
        ("orders.domain.b", "orders.infra.database", 1),
        ("orders.domain.d", "orders.infra.mail", 1),
        rules=rules,
    )
    expect_found(
        kata,
        {
            "orders/infra/sql/create.sql": "CREATE TABLE orders (id)",
            "orders/domain/a.py": "from orders.infra import sql\nfrom orders.infra import *\n",
        },
        ("orders.domain.a", "orders.infra", 2),
        ("orders.domain.a", "orders.infra.sql", 1),
    )


@check("an import that begins with dots is resolved")
def relative(kata: ModuleType) -> None:
    expect_found(
        kata,
        DATABASE
        | {
            "orders/domain/__init__.py": "from . import infra\nfrom ..infra import database\n",
            "orders/domain/a.py": "from ..infra.database import connect\nfrom .infra import x\n",
            "orders/domain/b.py": "from .. import infra\n",
            "orders/domain/deep/c.py": "from ...infra import database\nfrom ..infra import x\n",
            "orders/domain/infra.py": "x = 1\n",
        },
        ("orders.domain", "orders.infra.database", 2),
        ("orders.domain.a", "orders.infra.database", 1),
        ("orders.domain.b", "orders.infra", 1),
        ("orders.domain.deep.c", "orders.infra.database", 1),
    )


@check("an import counts wherever it stands: in a function, a class, a try, a match")
def nested(kata: ModuleType) -> None:
    a = "def price():\n    if True:\n        import orders.infra.database\n"
    b = "class Price:\n    try:\n        pass\n    except OSError:\n        import orders.infra\n"
    b += "    else:\n        import orders.infra\n    finally:\n        from orders import infra\n"
    c = "match 1:\n    case 1:\n        import orders.infra\n"
    c += "for _ in ():\n    pass\nelse:\n    with open('x'): import orders.infra\n"
    d = "async def price():\n    while True:\n        import orders.infra; import orders.infra\n"
    d += "    else:\n        import orders.infra\n"
    d += (
        "    async with price() as x:\n        async for y in x:\n            import orders.infra\n"
    )
    d += "    try:\n        pass\n    except* OSError:\n        import orders.infra\n"
    expect_found(
        kata,
        DATABASE
        | {
            f"orders/domain/{name}.py": text
            for name, text in zip("abcd", (a, b, c, d), strict=True)
        },
        ("orders.domain.a", "orders.infra.database", 3),
        ("orders.domain.b", "orders.infra", 5),
        ("orders.domain.b", "orders.infra", 7),
        ("orders.domain.b", "orders.infra", 9),
        ("orders.domain.c", "orders.infra", 3),
        ("orders.domain.c", "orders.infra", 7),
        ("orders.domain.d", "orders.infra", 3),
        ("orders.domain.d", "orders.infra", 5),
        ("orders.domain.d", "orders.infra", 8),
        ("orders.domain.d", "orders.infra", 12),
    )


@check("a file is read in UTF-8, or in the encoding that it declares")
def encoding(kata: ModuleType) -> None:
    expect_found(
        kata,
        DATABASE
        | {
            "orders/domain/a.py": 'NAME = "Zoë"\nimport orders.infra\n',
            "orders/domain/b.py": b'# coding: latin-1\nNAME = "Zo\xeb"\nimport orders.infra\n',
            "orders/domain/c.py": b"\xef\xbb\xbfimport orders.infra\n",
            "orders/domain/d.py": b"# coding: latin-0\nimport orders.infra\n",
        },
        ("orders.domain.a", "orders.infra", 2),
        ("orders.domain.b", "orders.infra", 3),
        ("orders.domain.c", "orders.infra", 1),
        ("orders.domain.d", "syntax error", 1),
    )


@check("what only the type checker sees does not count, and all else does")
def type_checking(kata: ModuleType) -> None:
    a = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import orders.infra.database\n"
    a += "class Price:\n    if TYPE_CHECKING:\n        import orders.infra\n"
    b = "import typing\nif typing.TYPE_CHECKING:\n    import orders.infra\nelse:\n"
    b += "    import orders.infra\n"
    c = "import typing\nif not typing.TYPE_CHECKING:\n    import orders.infra\n"
    d = "if DEBUG:\n    import orders.infra\nelif TYPE_CHECKING:\n    import orders.infra\n"
    e = "if TYPE_CHECKING or DEBUG:\n    import orders.infra\n"
    f = "import settings\nif settings.TYPE_CHECKING:\n    import orders.infra\n"
    expect_found(
        kata,
        DATABASE
        | {
            f"orders/domain/{name}.py": text
            for name, text in zip("abcdef", (a, b, c, d, e, f), strict=True)
        },
        ("orders.domain.b", "orders.infra", 5),
        ("orders.domain.c", "orders.infra", 3),
        ("orders.domain.d", "orders.infra", 2),
        ("orders.domain.e", "orders.infra", 2),
        ("orders.domain.f", "orders.infra", 3),
    )


@check("no file is ever run")
def never_run(kata: ModuleType) -> None:
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder) / "trace"
        run = f"open({str(trace)!r}, 'a').close()\n"
        expect_found(
            kata,
            {
                "depot/__init__.py": run,
                "depot/domain/__init__.py": run,
                "depot/domain/stock.py": run + "from depot.infra import shelf\n",
                "depot/infra/__init__.py": run,
                "depot/infra/shelf.py": run,
            },
            ("depot.domain.stock", "depot.infra.shelf", 2),
            rules={"depot.domain": {"depot.infra"}},
        )
        expect("has any of the files been run?", trace.exists, gives=False)


@check("only what `root` has is a module of its")
def of_root_only(kata: ModuleType) -> None:
    expect_found(
        kata,
        {"orders/domain/a.py": "from json import decoder\nfrom csv import reader\n"},
        ("orders.domain.a", "csv", 2),
        rules={"orders.domain": {"json.decoder", "csv"}},
    )


@check("a file that is no valid Python is listed, and the others are judged")
def syntax_error(kata: ModuleType) -> None:
    expect_found(
        kata,
        DATABASE
        | {
            "orders/domain/a.py": "import json\nimport orders.infra as\n",
            "orders/domain/b.py": "import orders.infra\n",
            "orders/domain/c.py": "import json,\n",
            "orders/domain/d.py": "import json.\n",
            "orders/domain/e.py": "import orders.infra\n",
            "orders/domain/f/g.py": "import orders.infra\n",
            "orders/domain/f/h.py": "import\n",
            "orders/web.py": "import\n",
        },
        ("orders.domain.a", "syntax error", 2),
        ("orders.domain.b", "orders.infra", 1),
        ("orders.domain.c", "syntax error", 1),
        ("orders.domain.d", "syntax error", 1),
        ("orders.domain.e", "orders.infra", 1),
        ("orders.domain.f.g", "orders.infra", 1),
        ("orders.domain.f.h", "syntax error", 1),
        ("orders.web", "syntax error", 1),
    )


if __name__ == "__main__":
    main()
