"""Two modules that import each other, written in several ways; tried in both orders."""

import importlib
import sys
import tempfile
import traceback
from pathlib import Path

ORDERS, BILLING = MODULES = "orders", "billing"
QUANTITY = "def quantity(): return 2"
OWED = "def owed(): return quantity() * 10"
BILL = "def bill(): return owed()"
FROM_BILLING = "from shop.billing import owed"
FROM_ORDERS = "from shop.orders import quantity"
FROM_ITEMS = "from shop.items import quantity"
FORMS = {
    "from": [[FROM_BILLING, QUANTITY, BILL], [FROM_ORDERS, OWED]],
    "from, below": [[QUANTITY, FROM_BILLING, BILL], [FROM_ORDERS, OWED]],
    "import": [
        ["import shop.billing", QUANTITY, "def bill(): return shop.billing.owed()"],
        ["import shop.orders", "def owed(): return shop.orders.quantity() * 10"],
    ],
    "from the package": [
        ["from shop import billing", QUANTITY, "def bill(): return billing.owed()"],
        ["from shop import orders", "def owed(): return orders.quantity() * 10"],
    ],
    "in a function": [
        [QUANTITY, "def bill():", f"    {FROM_BILLING}", "    return owed()"],
        [FROM_ORDERS, OWED],
    ],
    "a third module": [[FROM_ITEMS, FROM_BILLING, BILL], [FROM_ITEMS, OWED]],
}


def imported(form, first):
    """The bill; or the module whose import fails, if this one is imported first."""
    with tempfile.TemporaryDirectory() as folder:
        texts = dict(zip(MODULES, FORMS[form], strict=True)) | {"items": [QUANTITY]}
        package = Path(folder, "shop")
        package.mkdir()
        for name, lines in texts.items():
            (package / f"{name}.py").write_text("\n".join(lines), encoding="utf-8")
        sys.path.insert(0, folder)
        importlib.invalidate_caches()
        try:
            importlib.import_module(f"shop.{first}")
            return importlib.import_module(f"shop.{ORDERS}").bill()
        except ImportError as error:
            return Path(traceback.extract_tb(error.__traceback__)[-1].filename).stem
        finally:
            sys.path.remove(folder)
            for name in [name for name in sys.modules if name.split(".")[0] == "shop"]:
                del sys.modules[name]


def in_both_orders(form):
    return [imported(form, first) for first in MODULES]


if __name__ == "__main__":
    for form in FORMS:
        print(form, in_both_orders(form))
