# It catches everything, Ctrl-C included.


def ask(carrier, parcel):
    try:
        return carrier(parcel)
    except BaseException as failure:
        return type(failure).__name__
