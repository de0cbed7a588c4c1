# Nobody fills the new field in.

NEWER["with `__setstate__`"] = WITH_CURRENCY
