"""Old code later: one mended, one new."""


def total(cents: list[int]) -> str:
    return str(sum(cents))


def shown(sku: str | None) -> str:
    return sku.upper()


def weight(grams: int) -> int:
    return grams + " g"


def count(skus: list[str]) -> str:
    return len(skus)
