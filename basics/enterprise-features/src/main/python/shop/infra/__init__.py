"""What the shop runs on."""

from .database import cents_of

__all__ = ["cents_of"]
