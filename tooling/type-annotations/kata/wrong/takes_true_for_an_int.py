# caught by: the examples of the task hold
# True is an instance of int, so a truth value passes for a number.


def fits(kind, origin, inner, value, fits_otherwise=fits):
    return kind in EXACT and isinstance(value, kind) or fits_otherwise(kind, origin, inner, value)
