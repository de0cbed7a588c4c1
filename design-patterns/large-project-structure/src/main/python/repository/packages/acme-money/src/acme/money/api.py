"""What other distributions may import."""

from acme.money._domain import total, with_percent
from acme.money._texts import shown

__all__ = ["shown", "total", "with_percent"]
