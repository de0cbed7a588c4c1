# caught by: the example of the task holds
# Leaves the closing to `__del__`: right on CPython, and nothing is ever closed on GraalPy.


class Owned:
    def __init__(self, connection):
        self.connection = connection

    def __del__(self):
        self.connection.close()


class Connections(Connections):
    def __init__(self, connect, limit):
        super().__init__(lambda name: Owned(connect(name)), limit)

    def get(self, name):
        return super().get(name).connection

    def close_oldest(self):
        self.open.popitem(last=False)
