# caught by: listeners that fail do not stop the others, and are told of together
# The others are called, and nobody ever hears of the one that fails.


class Bus(Bus):
    def publish(self, event):
        before = len([each for each in self.references.values() if each() is not None])
        try:
            return super().publish(event)
        except ExceptionGroup:
            return before
