# caught by: a Literal has values and their types: True is not 1
# `True in (1,)` is true, and so is `1.0 in (1,)`: equality does not look at the type.


def fits(kind, origin, inner, value, fits_otherwise=fits):
    if origin is Literal:
        return value in inner
    return fits_otherwise(kind, origin, inner, value)
