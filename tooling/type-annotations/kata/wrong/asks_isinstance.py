# caught by: the examples of the task hold
# `isinstance(value, list[str])` is a TypeError, also inside of a union.


def fits(kind, origin, inner, value, fits_otherwise=fits):
    if origin in (Union, UnionType):
        return isinstance(value, inner)
    return fits_otherwise(kind, origin, inner, value)
