"""A helper outside of both layers: through it the domain reaches the database."""

from shop.infra.database import cents_of

__all__ = ["cents_of"]
