"""Old code later: the three, and a new one."""


def total(cents: list[int]) -> str:
    return sum(cents)


def shown(sku: str | None) -> str:
    return sku.upper()


def weight(grams: int) -> int:
    return grams + " g"


def count(skus: list[str]) -> str:
    return len(skus)
