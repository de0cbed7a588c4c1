# caught by: a method of an object in use is called
# `dashboard.on` makes a new object each time, and nobody keeps it: the reference is dead at once.

import weakref


class Bus(Bus):
    def reference_to(self, listener):
        if isinstance(listener, MethodType):
            return weakref.ref(listener)
        return super().reference_to(listener)
