"""The decorator has `__get__` after all, so it gets its `self`."""

Counted.__get__ = CountedMethod.__get__
