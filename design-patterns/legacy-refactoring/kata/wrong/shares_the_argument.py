# caught by: the old code gets the argument itself, the new code a deep copy from before
# What the one changes, the other sees: a shallow copy shares the lists inside.
from copy import copy


def deepcopy(argument):
    return copy(argument)
