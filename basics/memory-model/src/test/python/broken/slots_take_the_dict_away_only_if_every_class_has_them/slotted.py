"""The base class has a dict, so the slots save nothing."""


class SlottedBelow(PlainBelow):
    __slots__ = ("tariff",)
