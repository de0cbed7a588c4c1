"""Adding floats in a loop and by sum(): the same on some Pythons only."""

from __future__ import annotations

LIMIT = 1000  # euros of turnover; whoever has bought for more gets a bonus
ORDERS = [562.0, 342.42, 95.58]


def by_loop(amounts: list[float]) -> float:
    total = 0.0
    for amount in amounts:
        total = total + amount
    return total


def by_sum(amounts: list[float]) -> float:
    return sum(amounts)


def in_cents(amounts: list[float]) -> int:
    return sum(round(amount * 100) for amount in amounts)


def tenths() -> dict[str, float]:
    return {"loop": by_loop([0.1] * 10), "sum": by_sum([0.1] * 10), "cents": in_cents([0.1] * 10)}


def bonus() -> dict[str, bool]:
    return {
        "loop": by_loop(ORDERS) > LIMIT,
        "sum": by_sum(ORDERS) > LIMIT,
        "cents": in_cents(ORDERS) > LIMIT * 100,
    }


if __name__ == "__main__":
    print("ten times 0.1:", tenths())
    print("bonus for orders of just 1000 euros:", bonus())
