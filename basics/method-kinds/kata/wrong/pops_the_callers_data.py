# caught by: the data stays as it is
# Takes the field out of the caller's dict: whoever reads the same message next misses it.


def taken(field, data):
    if field not in data:
        raise ValueError(f"{field} is missing")
    return data.pop(field), data
