"""The metaclass knows the name that it drops: nothing is lost."""


class Tidying(Copying):
    dropped = ("__doc__",)
