"""Takes the keyword out by hand, and asks the method as an object would have it: without self."""

NO_KEY = object()


class Channel(Channel):
    def __init_subclass__(cls, **keywords):
        key = keywords.pop("key", NO_KEY)
        if key is not NO_KEY:
            check(cls, key)
        super().__init_subclass__(**keywords)
        if key is not NO_KEY:
            Channel.by_key[key] = cls


def check(cls, key):
    if key in Channel.by_key:
        raise ValueError(f"the key {key!r} is taken")
    send = getattr(cls, "send", None)
    if send is None:
        raise TypeError(f"{cls.__name__} has no send")
    try:
        inspect.signature(send.__get__(cls)).bind("hello")
    except TypeError:
        raise TypeError(f"{cls.__name__}.send takes no message") from None
