# caught by: a number, a text and a truth value are three types
# `int(value)` makes 1 of True and 3 of 3.9: a fault of the sender becomes a wrong number of ours.


def read(kind, data, path, faults, read_other=read):
    if kind in (int, bool) and type(data) in (int, bool, float):
        return kind(data)
    return read_other(kind, data, path, faults)
