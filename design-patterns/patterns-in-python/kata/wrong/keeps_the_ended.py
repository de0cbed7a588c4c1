# caught by: a listener whose subscription has ended is not kept
# A subscription that ends is marked and stays, and with it whatever a lambda names.


class Bus(Bus):
    def __init__(self):
        super().__init__()
        self.ended = []

    def ending(self, token):
        def unsubscribe():
            if token in self.references:
                self.ended.append(self.references.pop(token))

        return unsubscribe
