"""Two modules that import each other, written in several ways; tried in both orders."""

import importlib
import sys
import tempfile
import traceback
from pathlib import Path

MODULES = ("stock_orders", "stock_billing")
ORDERS, BILLING = MODULES
FORMS = {
    "from": [
        "from stock_billing import owed\ndef quantity(): return 2\ndef bill(): return owed()",
        "from stock_orders import quantity\ndef owed(): return quantity() * 10",
    ],
    "import": [
        "import stock_billing\ndef quantity(): return 2\ndef bill(): return stock_billing.owed()",
        "import stock_orders\ndef owed(): return stock_orders.quantity() * 10",
    ],
    "one late": [
        "def quantity(): return 2\nfrom stock_billing import owed\ndef bill(): return owed()",
        "from stock_orders import quantity\ndef owed(): return quantity() * 10",
    ],
    "in a function": [
        "def quantity(): return 2\ndef bill():\n    from stock_billing import owed\n    return owed()",
        "from stock_orders import quantity\ndef owed(): return quantity() * 10",
    ],
    "a third module": [
        "from stock_items import quantity\nfrom stock_billing import owed\ndef bill(): return owed()",
        "from stock_items import quantity\ndef owed(): return quantity() * 10",
    ],
}


def imported(form, first):
    """The bill; or the module whose import fails, if this one is imported first."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in zip(MODULES, FORMS[form], strict=True):
            Path(folder, f"{name}.py").write_text(text, encoding="utf-8")
        Path(folder, "stock_items.py").write_text("def quantity(): return 2", encoding="utf-8")
        sys.path.insert(0, folder)
        importlib.invalidate_caches()
        try:
            importlib.import_module(first)
            return importlib.import_module(ORDERS).bill()
        except ImportError as error:
            return Path(traceback.extract_tb(error.__traceback__)[-1].filename).stem
        finally:
            sys.path.remove(folder)
            for name in (*MODULES, "stock_items"):
                sys.modules.pop(name, None)


def in_both_orders(form):
    return [imported(form, first) for first in MODULES]


if __name__ == "__main__":
    for form in FORMS:
        print(form, in_both_orders(form))
