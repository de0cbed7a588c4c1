# caught by: what ends a subscription does not keep the object alive either
# The closure that ends the subscription names the listener, so whoever has it keeps the object.


class Bus(Bus):
    def subscribe(self, listener):
        end = super().subscribe(listener)

        def unsubscribe():
            if listener is not None:
                end()

        return unsubscribe
