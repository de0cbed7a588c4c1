# caught by: an object that goes while listeners are called ends nothing else
# The list of live listeners keeps the objects of those that go meanwhile, and they are called.


class Bus(Bus):
    def publish(self, event):
        listeners = {token: reference() for token, reference in self.references.items()}
        calls, errors = 0, []
        for token, listener in listeners.items():
            if listener is not None and token in self.references:
                calls += 1
                try:
                    listener(event)
                except Exception as error:
                    errors.append(error)
        if errors:
            raise ExceptionGroup("listeners failed", errors)
        return calls
