"""A package has its public names here, and may have the same hook for the old ones."""

from orders_api import __getattr__, place_order

__all__ = ["__getattr__", "place_order"]
