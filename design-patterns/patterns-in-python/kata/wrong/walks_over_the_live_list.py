# caught by: a subscription that ends meanwhile is not called, and nobody else is left out
# One that ends itself moves all later ones forward, and the next one is passed over.


class Bus(Bus):
    def __init__(self):
        super().__init__()
        self.entries = []

    def subscribe(self, listener):
        entry = [self.reference_to(listener)]
        self.entries.append(entry)

        def unsubscribe():
            self.entries[:] = [each for each in self.entries if each is not entry]

        return unsubscribe

    def publish(self, event):
        calls, errors = 0, []
        for (reference,) in self.entries:
            listener = reference()
            if listener is not None:
                calls += 1
                try:
                    listener(event)
                except Exception as error:
                    errors.append(error)
        if errors:
            raise ExceptionGroup("listeners failed", errors)
        return calls
