"""Two modules that import each other, written in several ways; tried in both orders."""

import importlib
import sys
import tempfile
import traceback
from pathlib import Path

ORDERS, BILLING = MODULES = "shop_orders", "shop_billing"
QUANTITY = "def quantity(): return 2"
OWED = "def owed(): return quantity() * 10"
BILL = "def bill(): return owed()"
FROM_BILLING = "from shop_billing import owed"
FROM_ORDERS = "from shop_orders import quantity"
FROM_ITEMS = "from shop_items import quantity"
FORMS = {
    "from": [[FROM_BILLING, QUANTITY, BILL], [FROM_ORDERS, OWED]],
    "from, below": [[QUANTITY, FROM_BILLING, BILL], [FROM_ORDERS, OWED]],
    "import": [
        ["import shop_billing", QUANTITY, "def bill(): return shop_billing.owed()"],
        ["import shop_orders", "def owed(): return shop_orders.quantity() * 10"],
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
        texts = dict(zip(MODULES, FORMS[form], strict=True)) | {"shop_items": [QUANTITY]}
        for name, lines in texts.items():
            Path(folder, f"{name}.py").write_text("\n".join(lines), encoding="utf-8")
        sys.path.insert(0, folder)
        importlib.invalidate_caches()
        try:
            importlib.import_module(first)
            return importlib.import_module(ORDERS).bill()
        except ImportError as error:
            return Path(traceback.extract_tb(error.__traceback__)[-1].filename).stem
        finally:
            sys.path.remove(folder)
            for name in texts:
                sys.modules.pop(name, None)


def in_both_orders(form):
    return [imported(form, first) for first in MODULES]


if __name__ == "__main__":
    for form in FORMS:
        print(form, in_both_orders(form))
