"""Old code later: the same three, elsewhere."""


def half(grams: int) -> float:
    return grams / 2


def total(cents: list[int]) -> str:
    return sum(cents)


def shown(sku: str | None) -> str:
    return sku.upper()


def weight(grams: int) -> int:
    return grams + " g"
