"""The check asks for the name only, as an ABC does."""


class CheckedChannel:
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        if not hasattr(cls, "send"):
            raise TypeError(f"{cls.__name__} has no send")
