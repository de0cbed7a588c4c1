# The first call will show whether it fits.


def admitted(point):
    return point.load()


def verdict(point):
    quote = admitted(point)
    try:
        return [quote(grams=250, country="DE"), point.module in sys.modules]
    except TypeError as failure:
        return [type(failure).__name__, point.module in sys.modules]
