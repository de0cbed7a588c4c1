"""Broken: the repair looks each number up in a list, so it compares as often as before."""


def matched_after(numbers, wanted):
    return [numbers.index(number) for number in wanted]
