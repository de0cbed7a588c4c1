"""As operations set it."""

PARTS: tuple[str, ...] = ("orders", "billing")
