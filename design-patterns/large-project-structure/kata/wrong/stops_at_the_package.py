# caught by: a module that is imported from its package counts as that module
# `from acme.money import _texts` counts as acme.money only, so the private module is not seen.


def has(files, module):
    return False
