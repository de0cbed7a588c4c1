# caught by: a parameter that is renamed, moved, gone or newly required breaks
# The same functions are there, so nothing can be broken.


def breaks(old, new):
    return new is None
