"""Takes the function as an argument; its default is what the name meant when `def` ran."""

from dunning.days import today


def dated(today=today):
    return today()
