"""The import is forgotten, and annotations are code again."""


def evaluations(first="", as_it_is=evaluations):
    return as_it_is()
