# caught by: other base classes may have a metaclass
# It derives from ABCMeta, so that an ABC gets along with it. The next team's metaclass does not.

from abc import ABCMeta


class ChannelMeta(ABCMeta):
    def __new__(mcs, name, bases, namespace, key=None, **keywords):
        cls = super().__new__(mcs, name, bases, namespace, **keywords)
        if key is not None:
            check(cls, key)
            Channel.by_key[key] = cls
        return cls


class Channel(metaclass=ChannelMeta):
    by_key = {}  # noqa: RUF012 - one for all, and that is meant

    @classmethod
    def of(cls, key):
        return Channel.by_key[key]
