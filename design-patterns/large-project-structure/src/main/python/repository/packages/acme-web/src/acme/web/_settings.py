"""As operations set it."""

PARTS = ("orders", "billing")
