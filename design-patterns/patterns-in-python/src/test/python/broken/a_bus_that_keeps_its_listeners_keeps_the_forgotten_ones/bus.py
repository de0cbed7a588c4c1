"""The weak reference comes with a strong one."""


def weak_and_strong(listener):
    reference = weakref.WeakMethod(listener)
    return lambda: reference() and listener


WAYS["WeakMethod"] = weak_and_strong
