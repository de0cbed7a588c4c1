"""It takes the argument, and asks the module all the same."""

from dunning import days


def dated(today=today):
    return days.today()
