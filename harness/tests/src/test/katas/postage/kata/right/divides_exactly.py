"""Rounds by `divmod`: a rest is a step begun."""


def postage(grams: int) -> int:
    steps, rest = divmod(grams, 500)
    return 50 + 50 * max(steps + (rest > 0), 1)
