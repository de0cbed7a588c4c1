# caught by: other base classes may have a metaclass
# It derives from ABCMeta, so that an ABC gets along with it. The next team's metaclass does not.

from abc import ABCMeta

BY_KEY = {}


class ChannelMeta(ABCMeta):
    def __new__(mcs, name, bases, namespace, key=None, **keywords):
        cls = super().__new__(mcs, name, bases, namespace, **keywords)
        if key is not None:
            cls.check(key)
            BY_KEY[key] = cls
        return cls


class Channel(metaclass=ChannelMeta):
    @classmethod
    def check(cls, key):
        if key in BY_KEY:
            raise ValueError(f"the key {key!r} is taken")
        try:
            inspect.signature(getattr(cls, "send", None)).bind("self", "message")
        except TypeError as error:
            raise TypeError(f"{cls.__name__}.send cannot be called with a message") from error

    @classmethod
    def of(cls, key):
        return BY_KEY[key]
