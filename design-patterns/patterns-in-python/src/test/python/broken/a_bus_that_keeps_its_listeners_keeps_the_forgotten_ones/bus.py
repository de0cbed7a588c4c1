"""The weak reference comes with a strong one."""


def weak_and_strong(listener, forget):
    reference = weakref.WeakMethod(listener, forget)
    return lambda: reference() and listener


WAYS["WeakMethod"] = weak_and_strong
