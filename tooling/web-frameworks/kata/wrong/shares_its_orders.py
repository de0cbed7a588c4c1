# caught by: each application has its own orders
# State of the module: tests see each other's orders, and so do two applications.
SHARED = {}


class Desk(Desk):
    def __init__(self):
        super().__init__()
        self.orders = SHARED
