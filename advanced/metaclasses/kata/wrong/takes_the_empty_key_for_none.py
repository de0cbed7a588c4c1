# caught by: every class with a key is found by it, and only by it
# "" is false, and a key all the same: the class is silently not registered.


class Channel(Channel):
    def __init_subclass__(cls, key=None, **keywords):
        if key:
            cls.check(key)
        super().__init_subclass__(**keywords)
        if key:
            Channel.by_key[key] = cls
