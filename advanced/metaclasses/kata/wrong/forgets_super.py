# caught by: a refused class is not registered, and its key stays free
# Without super() no other hook runs: none that refuses the class, and none that takes a keyword.


class Channel(Channel):
    def __init_subclass__(cls, key=None, **keywords):
        if key is not None:
            check(cls, key)
            Channel.by_key[key] = cls
