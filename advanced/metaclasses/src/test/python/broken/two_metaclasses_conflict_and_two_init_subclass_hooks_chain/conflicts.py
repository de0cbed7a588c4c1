"""The hook that does not call `super()` calls the other one by name."""


class Selfish(Selfish):
    def __init_subclass__(cls, **keywords):
        Selfish.made.append(cls.__name__)
        Audited.made.append(cls.__name__)
