"""The helper says `object` instead of `Any`, and its callers have to look."""

HELPERS["any"] = "def price_of(sku: str) -> object:"
