# caught by: each subscription counts, and is ended by its own function
# Equal listeners are one entry, as in a set: the second subscription is lost.


class Bus(Bus):
    def subscribe(self, listener):
        for token, reference in self.references.items():
            if reference() == listener:
                return self.ending(token)
        return super().subscribe(listener)
