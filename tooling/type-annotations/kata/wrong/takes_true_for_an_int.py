# caught by: the examples of the task hold
# True is an instance of int, so a truth value passes for a number.


def fits(kind, origin, inner, value, fits_otherwise=fits):
    if kind in EXACT:
        return isinstance(value, kind)
    return fits_otherwise(kind, origin, inner, value)
