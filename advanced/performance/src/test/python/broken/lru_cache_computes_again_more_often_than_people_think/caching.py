"""Broken: the cache has no limit, so the second round finds every day."""


class Rates(Rates):
    def __init__(self, maxsize=None):
        super().__init__(maxsize=maxsize)
