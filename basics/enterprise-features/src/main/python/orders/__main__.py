"""Prices a small cart: python3 -m orders"""

from orders.from_json import quotes

CART = {"country": "DE", "lines": [{"sku": "KÄSE", "quantity": 12}, {"sku": "LAMP", "quantity": 1}]}
CATALOGUE = {"products": {"KÄSE": 435, "LAMP": 4999}, "vat": {"DE": "0.19"}}

print(*quotes([CART], CATALOGUE), sep="\n")
