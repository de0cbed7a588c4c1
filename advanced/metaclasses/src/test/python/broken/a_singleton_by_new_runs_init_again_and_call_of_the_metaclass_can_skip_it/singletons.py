"""The singleton does its work in `__new__`, and has no `__init__` that could run again."""


class ByNew:
    only = None

    def __new__(cls):
        if cls.only is None:
            cls.only = super().__new__(cls)
            loads[cls.__name__] += 1
        return cls.only


WAYS["__new__"] = ByNew
