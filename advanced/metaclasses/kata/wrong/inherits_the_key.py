# caught by: a class without a key is no channel, whatever it inherits
# The key becomes an attribute, and a subclass inherits attributes: it wants its parent's key.


class Channel(Channel):
    key = None

    def __init_subclass__(cls, **keywords):
        if "key" in keywords:
            cls.key = keywords.pop("key")
        if cls.key is not None:
            check(cls, cls.key)
        super().__init_subclass__(**keywords)
        if cls.key is not None:
            Channel.by_key[cls.key] = cls
