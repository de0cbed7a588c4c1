# caught by: a bus does not keep the object of a method alive
# Every dashboard that was ever opened is still told of every event.


class Bus(Bus):
    def reference_to(self, listener):
        return lambda: listener
