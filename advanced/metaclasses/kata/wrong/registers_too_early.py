# caught by: a refused class is not registered, and its key stays free
# The next base class refuses the class. By then it is registered, and nobody takes it out again.


class Channel(Channel):
    def __init_subclass__(cls, key=None, **keywords):
        if key is not None:
            check(cls, key)
            Channel.by_key[key] = cls
        super().__init_subclass__(**keywords)
