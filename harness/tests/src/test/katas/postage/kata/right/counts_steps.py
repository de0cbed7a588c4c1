# whole
"""Counts the steps one by one."""


def postage(grams: int) -> int:
    return 100 + 50 * len(range(500, grams, 500))
