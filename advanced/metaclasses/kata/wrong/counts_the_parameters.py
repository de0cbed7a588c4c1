# caught by: send must be callable with one message
# Two parameters or more: that also allows a second one that is required, or one by name only.


def check(cls, key):
    if key in Channel.by_key:
        raise ValueError(f"the key {key!r} is taken")
    send = getattr(cls, "send", None)
    if not callable(send) or len(inspect.signature(send).parameters) < 2:
        raise TypeError(f"{cls.__name__}.send cannot be called with a message")
