"""Compares by value, as it should have been written."""


def same(one, other):
    return one == other
