"""The package is its module alone: nothing of it runs before it is imported."""

PACKAGE = {"rates.py": PACKAGE["rates.py"]}
