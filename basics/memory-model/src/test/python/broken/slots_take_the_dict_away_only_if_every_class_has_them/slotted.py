"""The base class has a dict, so the slots save nothing."""


class Slotted(Plain):
    __slots__ = ()
