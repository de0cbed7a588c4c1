# caught by: a number, a text and a truth value are three types
# True is an instance of int, so a truth value is taken for a number.


def read(kind, data, path, faults, read_other=read):
    if isinstance(kind, type) and not get_origin(kind) and isinstance(data, kind):
        return data
    return read_other(kind, data, path, faults)
