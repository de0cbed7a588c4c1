# caught by: what a subclass calls its attributes is its own affair
# Python looks up cls.check in the subclass first. A fax with a method check replaces ours.


class Channel(Channel):
    def __init_subclass__(cls, key=None, **keywords):
        if key is not None:
            cls.check(key)
        super().__init_subclass__(**keywords)
        if key is not None:
            Channel.by_key[key] = cls

    @classmethod
    def check(cls, key):
        check(cls, key)
