# caught by: 0, an empty text and None are values like any other
# Asks whether the value is true, and means whether it is there: free samples are refused.


def taken(field, data):
    rest = dict(data)
    if not rest.get(field):
        raise ValueError(f"{field} is missing")
    return rest.pop(field), rest
