"""Rounds the grams up to whole steps."""


def postage(grams: int) -> int:
    steps = -(-grams // 500)
    return 50 + 50 * max(steps, 1)
