"""A list that is never changed in place: each change makes a new one."""

import weakref


class Bus(Bus):
    def __init__(self):
        self.entries = ()

    def subscribe(self, listener):
        if hasattr(listener, "__func__"):
            entry = [weakref.ref(listener.__self__), listener.__func__]
        else:
            entry = [None, listener]
        self.entries += (entry,)
        return lambda: self.drop(entry)

    def drop(self, entry):
        self.entries = tuple(each for each in self.entries if each is not entry)
        entry.clear()

    def publish(self, event):
        calls, errors = 0, []
        for entry in self.entries:
            if not entry:
                continue
            reference, function = entry
            owner = reference() if reference else None
            if reference and owner is None:
                continue
            calls += 1
            try:
                function(event) if reference is None else function(owner, event)
            except Exception as error:
                errors.append(error)
        if errors:
            raise ExceptionGroup("", errors)
        return calls
