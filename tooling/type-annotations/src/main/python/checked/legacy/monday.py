"""Old code on the day when the checker was introduced: three errors."""


def total(cents: list[int]) -> str:
    return sum(cents)


def shown(sku: str | None) -> str:
    return sku.upper()


def weight(grams: int) -> int:
    return grams + " g"
