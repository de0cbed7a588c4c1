"""The hook that does not call `super()` calls the other one by name."""


class ForgetsSuper(ForgetsSuper):
    def __init_subclass__(cls, **keywords):
        ForgetsSuper.made.append(cls.__name__)
        Audited.made.append(cls.__name__)
