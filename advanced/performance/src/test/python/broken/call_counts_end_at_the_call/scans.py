"""Broken: the loop, too, calls a function for each comparison."""


def place_by_loop(numbers, wanted):
    return place_by_calls(numbers, wanted)
