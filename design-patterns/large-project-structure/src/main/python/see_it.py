"""Python runs an import that no contract would allow; its source shows it: a program to paste."""

import ast
import importlib
import sys
import tempfile
from pathlib import Path

BILLING = "def post(cents): return f'{cents} posted'"
ORDERS = "def place():\n    from acme.billing._ledger import post\n    return post(1999)"

shop = Path(tempfile.mkdtemp())  # two distributions share the namespace acme
for file, text in {"1/acme/billing/_ledger.py": BILLING, "2/acme/orders/api.py": ORDERS}.items():
    (shop / file).parent.mkdir(parents=True)
    (shop / file).write_text(text)
sys.path += map(str, shop.iterdir())
print("Python:", importlib.import_module("acme.orders.api").place())
for node in ast.walk(ast.parse(ORDERS)):
    if isinstance(node, ast.ImportFrom):
        print(f"orders/api.py, line {node.lineno} imports {node.module}")
