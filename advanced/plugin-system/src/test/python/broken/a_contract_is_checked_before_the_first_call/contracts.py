# The first call will show whether it fits.


def checked(point):
    return point.load()


def verdict(point):
    quote = checked(point)
    try:
        return [quote(grams=299, country="DE"), point.module in sys.modules]
    except TypeError as failure:
        return [type(failure).__name__, point.module in sys.modules]
