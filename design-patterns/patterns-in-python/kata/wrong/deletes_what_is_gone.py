# caught by: an object that goes while listeners are called ends nothing else
# `del` of a dead reference raises KeyError if a listener has ended that subscription meanwhile.


class Bus(Bus):
    def publish(self, event):
        calls, errors = 0, []
        for token, reference in list(self.references.items()):
            listener = reference()
            if listener is None:
                del self.references[token]
            elif token in self.references:
                calls += 1
                try:
                    listener(event)
                except Exception as error:
                    errors.append(error)
        if errors:
            raise ExceptionGroup("listeners failed", errors)
        return calls
